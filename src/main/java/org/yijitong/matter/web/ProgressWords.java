package org.yijitong.matter.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yijitong.matter.AnswerInWords;
import org.yijitong.matter.Flow;
import org.yijitong.matter.MatterEvent;
import org.yijitong.matter.door.Progress;
import org.yijitong.matter.web.MatterPage.Way;
import org.yijitong.mechanism.Duty.Name;
import org.yijitong.shared.Page;

/**
 * What whoever raised a matter reads of it: its states and steps, and those answers that the flow says are told. No person
 * is named, and what was written among those who handle it stays there.
 */
final class ProgressWords {
    private final Page page;
    private final Progress.Shown shown;
    private final Flow flow;

    ProgressWords(Page page, Progress.Shown shown) {
        this.page = page;
        this.shown = shown;
        this.flow = shown.flow();
    }

    String flow() {
        return in(flow.head().name());
    }

    String state() {
        return state(shown.matter().state());
    }

    String due() {
        return shown.matter().dueOn() == null
                ? ""
                : page.words().longDate(shown.matter().dueOn());
    }

    /** Nothing once nobody has it: what is settled takes no step. */
    List<Way> acts() {
        if (shown.matter().owner() == null) {
            return List.of();
        }
        return flow.state(shown.matter().state()).stream()
                .flatMap(state -> state.steps().stream())
                .filter(Flow.Step::caller)
                .map(step -> new Way(step, in(step.name()), MatterPages.asked(page, flow, step, Map.of()), List.of()))
                .toList();
    }

    List<ProgressPage.Told> events() {
        return shown.events().stream()
                .filter(event -> !event.step().isEmpty()
                        || event.kind() == MatterEvent.Kind.TIED
                        || event.kind() == MatterEvent.Kind.UNTIED)
                .map(event -> new ProgressPage.Told(MatterHistory.when(page, event), what(event), answers(event)))
                .toList();
    }

    /** Of what it is tied to it is told that there is something, and nothing else. */
    private String what(MatterEvent event) {
        if (event.kind() == MatterEvent.Kind.TIED) {
            return page.t("door.told.tied");
        }
        if (event.kind() == MatterEvent.Kind.UNTIED) {
            return page.t("door.told.untied");
        }
        String step = step(event).map(each -> in(each.name())).findFirst().orElse("");
        return page.t("matter.told.step", step, state(event.state()));
    }

    /** Files, records and who was named are for those who may see the matter. */
    private List<String> answers(MatterEvent event) {
        return step(event)
                .flatMap(step -> step.fields().stream())
                .filter(field -> field.told()
                        && field.type().isWords()
                        && event.answers().containsKey(field.id()))
                .map(field -> page.t(
                        "matter.told.answer",
                        in(field.name()),
                        AnswerInWords.of(field, event.answers().getOrDefault(field.id(), ""), page.words())))
                .toList();
    }

    private Stream<Flow.Step> step(MatterEvent event) {
        return all().flatMap(each -> Stream.concat(Stream.of(each.begin()), each.steps()))
                .filter(each -> each.id().equals(event.step()))
                .limit(1);
    }

    private String state(String id) {
        return all().flatMap(each -> each.state(id).stream())
                .findFirst()
                .map(state -> in(state.name()))
                .orElse("");
    }

    private Stream<Flow> all() {
        return Stream.concat(Stream.of(flow), shown.versions().stream());
    }

    private String in(Name name) {
        return name.in(page.words().language());
    }
}

package org.yijitong.matter.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yijitong.matter.AnswerInWords;
import org.yijitong.matter.Flow;
import org.yijitong.matter.MatterEvent;
import org.yijitong.matter.door.Progress;
import org.yijitong.matter.web.MatterPage.Way;
import org.yijitong.mechanism.Duty.Name;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * What whoever raised a matter reads of it: its states and steps, and those answers that the flow says are told. No person
 * is named, and what was written among those who handle it stays there. Whom a matter is about reads every answer in it.
 */
final class ProgressWords {
    private final Page page;
    private final Progress.Shown shown;
    private final Flow flow;
    private final boolean all;

    /** @param all whether every answer is told, to whom the matter is about */
    ProgressWords(Page page, Progress.Shown shown, boolean all) {
        this.page = page;
        this.shown = shown;
        this.all = all;
        this.flow = shown.flow();
    }

    /** All of it, with what was typed and refused. */
    ProgressPage page(
            ProgressPage.Place place, Map<String, String> typed, Map<String, Invalid.Fault> faults, boolean overtaken) {
        return new ProgressPage(
                place.action(),
                place.code(),
                place.title(),
                shown.matter(),
                flow(),
                state(),
                shown.owner(),
                due(),
                acts(),
                events(),
                typed,
                faults,
                overtaken);
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
    private List<Way> acts() {
        if (shown.matter().owner() == null) {
            return List.of();
        }
        return flow.state(shown.matter().state()).stream()
                .flatMap(state -> state.steps().stream())
                .filter(Flow.Step::caller)
                .map(step -> new Way(
                        step, in(step.name()), MatterPages.asked(page, flow, step, OffersShown.Offers.NONE), List.of()))
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

    private List<String> answers(MatterEvent event) {
        return step(event)
                .flatMap(step -> step.fields().stream())
                .filter(field -> (all || field.told()) && event.answers().containsKey(field.id()))
                .flatMap(field -> answer(field, event.answers().getOrDefault(field.id(), "")).stream()
                        .map(words -> page.t("matter.told.answer", in(field.name()), words)))
                .toList();
    }

    /**
     * Files and records are opened by those who may see the matter, others who were named stay unnamed: the reader is told
     * that there is something, and nothing else of it.
     */
    private Optional<String> answer(Flow.Field field, String written) {
        if (field.type().isWords()) {
            return Optional.of(AnswerInWords.of(field, written, page.words()));
        }
        if (!all) {
            return Optional.empty();
        }
        boolean self = Ids.read(written)
                .filter(id -> id.equals(shown.matter().known().about()))
                .isPresent();
        return Optional.of(page.t(self ? "door.concerned.self" : "door.concerned.elsewhere"));
    }

    private Stream<Flow.Step> step(MatterEvent event) {
        return versions()
                .flatMap(each -> Stream.concat(Stream.of(each.begin()), each.steps()))
                .filter(each -> each.id().equals(event.step()))
                .limit(1);
    }

    private String state(String id) {
        return versions()
                .flatMap(each -> each.state(id).stream())
                .findFirst()
                .map(state -> in(state.name()))
                .orElse("");
    }

    private Stream<Flow> versions() {
        return Stream.concat(Stream.of(flow), shown.versions().stream());
    }

    private String in(Name name) {
        return name.in(page.words().language());
    }
}

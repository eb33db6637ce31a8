package org.yijitong.paper;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.AnswerInWords;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterEvent;
import org.yijitong.matter.MatterPiles.Whole;
import org.yijitong.matter.Outside;
import org.yijitong.mechanism.Duty;
import org.yijitong.shared.Days;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Words;

/** What a matter says, field by field, in words: told from its flow, so that it holds for every flow there is. */
final class MatterFields {
    private final Whole whole;
    private final Matter matter;
    private final Flow flow;
    private final Words words;
    /** Whether whoever raised it at the door reads it, and with it only what the flow says they are told. */
    private final boolean told;

    MatterFields(Whole whole, Words words) {
        this(whole, words, false);
    }

    /** @param outward whether the paper goes to whoever is answered */
    MatterFields(Whole whole, Words words, boolean outward) {
        this.whole = whole;
        this.matter = whole.matter();
        this.flow = whole.flow();
        this.words = words;
        this.told = outward && flow.steps().anyMatch(Flow.Step::caller);
    }

    /** By the word of the field; what did not happen is empty. */
    Map<String, String> all() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("matter", matter.title());
        said.put("flow", in(flow.head().name()));
        said.put("origin", origin());
        said.put("host", name(matter.hostId().value()));
        said.put("responsible", party(flow.countsFor()));
        said.put("begun", matter.begunOn().toString());
        said.put("due", day(due()));
        said.put("standing", new FlowInWords(flow, words).state(matter.state(), matter.closed()));
        said.put("closed", closed() ? day(matter.closedOn()) : "");
        said.put("reopened", matter.reopened() == 0 ? "" : Integer.toString(matter.reopened()));
        said.put("cause", last(event -> event.step().equals(Flow.BEGIN)));
        said.put("demand", demands());
        said.put("done", done());
        said.put("verified", last(this::verified));
        said.put("addressee", addressee());
        said.put("course", course());
        return said;
    }

    /** Whether it is over by its own flow, and not only merged into another one. */
    private boolean closed() {
        return state(matter.state()).filter(Flow.State::closed).isPresent();
    }

    private String origin() {
        return flow.origins().stream()
                .filter(origin -> origin.id().equals(matter.origin()))
                .map(origin -> in(origin.name()))
                .collect(Collectors.joining());
    }

    /** The last day that whoever does it was given; before anybody was, the day that holds now. */
    private @Nullable LocalDate due() {
        return whole.events().reversed().stream()
                .filter(event -> event.dueOn() != null
                        && owner(event.state()).filter(flow.countsFor()::equals).isPresent())
                .map(MatterEvent::dueOn)
                .findFirst()
                .orElse(matter.dueOn());
    }

    /** What whoever does it was asked for, one after the other. */
    private String demands() {
        return whole.events().stream()
                .filter(event -> !event.step().equals(Flow.BEGIN))
                .filter(event -> step(event).isPresent()
                        && owner(event.state()).filter(flow.countsFor()::equals).isPresent())
                .map(this::answers)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** What was shown last; of one that was answered together with others, the answer that all of them got. */
    private String done() {
        String shown = last(this::shown);
        return shown.isEmpty() ? last(this::published) : shown;
    }

    private boolean published(MatterEvent event) {
        return step(event).stream()
                .flatMap(step -> step.asks().stream())
                .anyMatch(field -> field.published() && event.answers().containsKey(field.id()));
    }

    /** Whether it was shown by it that something is done. */
    private boolean shown(MatterEvent event) {
        return step(event).stream()
                .flatMap(step -> step.evidence().stream())
                .anyMatch(field -> event.answers().containsKey(field.id()));
    }

    /** Whether somebody else judged by it that it is done. */
    private boolean verified(MatterEvent event) {
        return step(event).filter(step -> step.verifies() != null).isPresent()
                && state(event.state()).filter(Flow.State::closed).isPresent();
    }

    /** To whom it is answered: whoever raised it at the door, without a name; of others whoever judges what was shown. */
    private String addressee() {
        if (told) {
            return words.t("paper.addressee.caller");
        }
        return whole.events().reversed().stream()
                .filter(this::shown)
                .findFirst()
                .flatMap(event -> owner(event.state()))
                .map(this::party)
                .orElse("");
    }

    private Optional<String> owner(String state) {
        return state(state).map(Flow.State::owner).map(Flow.Actor::of);
    }

    private String course() {
        return whole.events().stream()
                .filter(event -> !event.step().isEmpty())
                .map(event -> words.t(
                        "paper.course",
                        event.recordedAt().atZone(Days.SHANGHAI).toLocalDate().toString(),
                        step(event).map(step -> in(step.name())).orElse(""),
                        state(event.state()).map(state -> in(state.name())).orElse("")))
                .collect(Collectors.joining("\n"));
    }

    private String last(Predicate<MatterEvent> which) {
        return whole.events().reversed().stream()
                .filter(which)
                .findFirst()
                .map(this::answers)
                .orElse("");
    }

    /** What was answered; where only one thing was asked, its name needs not be said. */
    private String answers(MatterEvent event) {
        List<Flow.Field> fields = fields(event)
                .filter(field -> event.answers().containsKey(field.id())
                        && (!told || (field.told() && field.type().isWords())))
                .toList();
        return fields.stream()
                .map(field -> fields.size() == 1
                        ? answer(field, event)
                        : words.t("paper.line", in(field.name()), answer(field, event)))
                .collect(Collectors.joining("\n"));
    }

    /** What the step asked, in whichever version it was taken; each field once, the version it stands under now first. */
    private Stream<Flow.Field> fields(MatterEvent event) {
        return Stream.concat(steps(event).flatMap(step -> step.fields().stream()), Outside.fields(flow))
                .collect(Collectors.toMap(Flow.Field::id, field -> field, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream();
    }

    private String answer(Flow.Field field, MatterEvent event) {
        String written = event.answers().getOrDefault(field.id(), "");
        return switch (field.type()) {
            case PERSON, FILE -> Ids.read(written).map(this::name).orElse("");
            case RECORD -> words.t("paper.record.shown");
            case CHOICE, DAY, NUMBER, TEXT -> AnswerInWords.of(field, written, words);
        };
    }

    private Optional<Flow.Step> step(MatterEvent event) {
        return steps(event).findFirst();
    }

    private Stream<Flow.Step> steps(MatterEvent event) {
        return versions()
                .flatMap(each -> Stream.concat(Stream.of(each.begin()), each.steps()))
                .filter(step -> step.id().equals(event.step()));
    }

    private Optional<Flow.State> state(String id) {
        return versions().flatMap(each -> each.state(id).stream()).findFirst();
    }

    private Stream<Flow> versions() {
        return Stream.concat(Stream.of(flow), whole.versions().stream());
    }

    private String party(String id) {
        String outside = matter.known().outside().get(id);
        if (outside != null) {
            return outside;
        }
        UUID organization = id.equals(Flow.HOST)
                ? matter.hostId().value()
                : matter.known().parties().get(id);
        return organization == null ? "" : name(organization);
    }

    private String name(UUID organization) {
        return whole.names().getOrDefault(organization, "");
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private String in(Duty.Name name) {
        return name.in(words.language());
    }
}

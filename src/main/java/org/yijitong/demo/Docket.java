package org.yijitong.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.activity.Archives;
import org.yijitong.activity.Draft;
import org.yijitong.activity.RecordFilter;
import org.yijitong.demo.Casebook.Case;
import org.yijitong.demo.Casebook.Joining;
import org.yijitong.demo.Casebook.Taken;
import org.yijitong.matter.Act;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.Cause;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flows;
import org.yijitong.matter.Matter;
import org.yijitong.matter.MatterId;
import org.yijitong.matter.Matters;
import org.yijitong.matter.Mergers;
import org.yijitong.matter.Parts;
import org.yijitong.matter.PeopleNamed;
import org.yijitong.matter.Sources;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Scope;

/** Begins matters and takes their steps, each on its day and by whoever did it. */
final class Docket {
    /** In which the decision lies that becomes a matter. */
    private static final int DAYS_BACK = 300;

    private static final int RECORDS = 200;
    /** Days to carry out a decision from today. */
    private static final int ENOUGH = 20;

    private final Verbs verbs;
    private final Map<String, Scope> actors;
    private final Map<String, OrganizationId> places;
    private final StoryDays days;
    private final Chronicle chronicle;
    private final Map<String, MatterId> begun = new HashMap<>();

    /** The verbs of the pages on matters. */
    @Component
    record Verbs(
            Matters matters,
            Parts parts,
            Mergers mergers,
            Sources sources,
            Flows flows,
            Archives archives,
            PeopleNamed people) {}

    Docket(
            Verbs verbs,
            Map<String, Scope> actors,
            Map<String, OrganizationId> places,
            StoryDays days,
            Chronicle chronicle) {
        this.verbs = verbs;
        this.actors = actors;
        this.places = places;
        this.days = days;
        this.chronicle = chronicle;
    }

    /** By what an organization is found again. */
    static String place(String unit, String display) {
        return unit + " " + display;
    }

    /** A flow that is not in force on that day has no such matter, nor has a whole that was not begun a part. */
    void plan(Case told) {
        LocalDate on = days.of(told.day());
        chronicle.on(on, () -> {
            Optional<MatterId> id =
                    verbs.flows().inForce(told.flow(), on).flatMap(version -> begin(told, version.flow(), on));
            id.ifPresent(matter -> {
                begun.put(told.key() == null ? told.title() : told.key(), matter);
                told.steps().forEach(step -> chronicle.on(days.of(step.day()), () -> take(told, matter, step)));
                join(told, matter);
            });
        });
    }

    private Optional<MatterId> begin(Case told, Flow flow, LocalDate on) {
        Scope scope = actor(told.by());
        OrganizationId host = organization(told, told.host());
        if (told.decided()) {
            return decision(scope, host, on).map(cause -> decided(told, scope, host, cause));
        }
        Beginning beginning = new Beginning(
                told.flow(),
                told.title(),
                told.origin(),
                answers(scope, host, flow.begin(), told.answers()),
                parties(told, told.parties()));
        if (told.partOf() == null) {
            return Optional.of(verbs.matters().begin(scope, host, beginning));
        }
        return Optional.ofNullable(begun.get(told.partOf()))
                .map(whole -> verbs.parts().begin(scope, whole, beginning, told.weight()));
    }

    /** The first decision of the latest meeting that also studied. */
    private Optional<Cause> decision(Scope scope, OrganizationId host, LocalDate on) {
        RecordFilter lately = new RecordFilter("", host, null, on.minusDays(DAYS_BACK), on.minusDays(1), false);
        return verbs.archives().pile(scope, lately, "", RECORDS).entries().reversed().stream()
                .filter(entry -> entry.draft().content().agenda().stream().anyMatch(Draft.Item::study))
                .filter(entry -> !entry.draft().content().decisions().isEmpty())
                .findFirst()
                .map(entry ->
                        verbs.sources().decided(scope, entry.line().recordId().value(), 1));
    }

    private MatterId decided(Case told, Scope scope, OrganizationId host, Cause cause) {
        LocalDate latest = days.today().plusDays(ENOUGH);
        LocalDate due = cause.due() == null || cause.due().isBefore(latest) ? latest : cause.due();
        Map<String, String> answers = Map.of("studied", cause.study(), "measure", cause.words(), "due", due.toString());
        Beginning beginning =
                new Beginning(told.flow(), cause.words(), told.origin(), answers, parties(told, told.parties()));
        MatterId id = verbs.matters().begin(scope, host, beginning);
        verbs.sources().begun(scope, id, cause);
        return id;
    }

    /** A step that the version of its flow does not have where the matter is, is passed over. */
    private void take(Case told, MatterId id, Taken taken) {
        Scope scope = actor(taken.by());
        Matter matter = verbs.matters().find(scope, id);
        Flow flow = verbs.flows().version(matter.versionId());
        flow.state(matter.state()).stream()
                .flatMap(state -> state.steps().stream())
                .filter(step -> step.id().equals(taken.step()))
                .findFirst()
                .ifPresent(step -> verbs.matters()
                        .step(
                                scope,
                                id,
                                new Act(
                                        matter.revision(),
                                        taken.step(),
                                        answers(scope, matter.hostId(), step, taken.answers()),
                                        parties(told, taken.parties()),
                                        id + " " + matter.revision())));
    }

    private void join(Case told, MatterId id) {
        Joining joining = told.joins();
        MatterId into = joining == null ? null : begun.get(joining.into());
        if (joining != null && into != null) {
            chronicle.on(days.of(joining.day()), () -> {
                UUID merger = verbs.mergers().ask(actor(joining.by()), id, into, joining.why());
                chronicle.on(
                        days.of(joining.agreedOn()),
                        () -> verbs.mergers().answer(actor(joining.agreedBy()), merger, true));
            });
        }
    }

    /** What a step asks, its days moved to the real today; who is named stands in the roster. */
    private Map<String, String> answers(
            Scope scope, OrganizationId host, Flow.Step step, @Nullable Map<String, String> written) {
        Map<String, String> said = written == null ? Map.of() : written;
        return step.fields().stream()
                .filter(field -> said.containsKey(field.id()))
                .collect(Collectors.toMap(Field::id, field -> {
                    String answer = said.getOrDefault(field.id(), "");
                    return switch (field.type()) {
                        case DAY -> days.of(LocalDate.parse(answer)).toString();
                        case PERSON -> person(scope, host, answer);
                        default -> answer;
                    };
                }));
    }

    /** Who is offered at that place, or under that name. */
    private String person(Scope scope, OrganizationId host, String written) {
        Map<String, String> offered = verbs.people().offered(scope, host);
        return written.matches("\\d+")
                ? List.copyOf(offered.keySet()).get(Integer.parseInt(written))
                : offered.entrySet().stream()
                        .filter(each -> each.getValue().equals(written))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
    }

    private Map<String, OrganizationId> parties(Case told, @Nullable Map<String, String> named) {
        Map<String, OrganizationId> parties = new HashMap<>();
        if (named != null) {
            named.forEach((party, organization) -> parties.put(party, organization(told, organization)));
        }
        return parties;
    }

    private OrganizationId organization(Case told, String display) {
        return Objects.requireNonNull(places.get(place(told.unit(), display)), display);
    }

    private Scope actor(String name) {
        return Objects.requireNonNull(actors.get(name), name);
    }
}

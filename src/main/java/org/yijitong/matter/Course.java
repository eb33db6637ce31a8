package org.yijitong.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.activity.Tokens;
import org.yijitong.matter.Flow.Actor;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Refused;
import tools.jackson.databind.json.JsonMapper;

/** What follows from a step: the state, whom the flow names, until when, and how often it was reopened. */
@Component
class Course {
    private final Deadlines deadlines;
    private final JsonMapper json;

    Course(Deadlines deadlines, JsonMapper json) {
        this.deadlines = deadlines;
        this.json = json;
    }

    /**
     * A step as it is being taken.
     *
     * @param known with what it settles
     * @param late whether it comes after its day
     */
    record Taken(
            Step step,
            Map<String, String> answers,
            Known known,
            Known.Done how,
            boolean onBehalf,
            boolean late,
            String key,
            Instant at) {}

    /** @throws Refused when a step cannot be taken yet, with the day from which it can */
    void early(Matter matter, Step step, LocalDate today) {
        LocalDate first = step.notBefore() == null
                ? today
                : deadlines
                        .of(step.notBefore(), matter.begunOn(), matter.enteredOn(), matter.known())
                        .on();
        if (first != null && today.isBefore(first)) {
            throw new Refused("matter.refused.early", first.toString());
        }
    }

    /** What a step changes. */
    Change after(Matter before, Flow flow, Taken taken) {
        return new Change(standing(before, flow, taken), happened(before, taken));
    }

    private Change.Standing standing(Matter before, Flow flow, Taken taken) {
        State state = flow.state(taken.step().to()).orElseThrow();
        boolean reopens = before.closed() && !state.closed();
        return standing(
                before,
                flow,
                state,
                new Since(taken.known(), taken.how().day(), before.reopened() + (reopens ? 1 : 0), taken.late()));
    }

    /** How a matter stands in a state of another version of its flow; since when it is there stays as it was. */
    Change.Standing moved(Matter matter, Flow flow, State state) {
        return standing(matter, flow, state, new Since(matter.known(), matter.enteredOn(), matter.reopened(), false));
    }

    /** What is settled, and since when it is in its state. */
    private record Since(Known known, LocalDate entered, int reopened, boolean late) {}

    private Change.Standing standing(Matter before, Flow flow, State state, Since since) {
        Deadlines.Due due = deadlines.of(state.within(), before.begunOn(), since.entered(), since.known());
        Actor owner = state.owner();
        return new Change.Standing(
                before.matterId(),
                before.revision(),
                state.id(),
                state.closed(),
                since.entered(),
                closedOn(before, state, since.entered()),
                owner == null ? null : party(owner.of(), before, since.known()),
                owner == null ? List.of() : posts(owner),
                barred(state, since.known()),
                owner == null ? 0 : levels(flow, state, owner, since.reopened()),
                due.on(),
                due.provisional(),
                since.reopened(),
                json.writeValueAsString(since.known()),
                involved(before, since.known()),
                since.late());
    }

    private Change.Happened happened(Matter before, Taken taken) {
        return new Change.Happened(
                before.matterId(),
                taken.step().id(),
                json.writeValueAsString(taken.answers()),
                taken.at(),
                taken.how().account(),
                taken.how().person(),
                new OrganizationId(taken.how().organization()),
                taken.onBehalf(),
                taken.key(),
                tokens(before, taken));
    }

    /** The title when it is begun, and every text. */
    private static Set<String> tokens(Matter before, Taken taken) {
        Set<String> tokens = new HashSet<>();
        if (taken.step().id().equals(Flow.BEGIN)) {
            tokens.addAll(Tokens.of(before.title()));
        }
        taken.step().fields().stream()
                .filter(field -> field.type() == Flow.Field.Type.TEXT)
                .forEach(field -> tokens.addAll(Tokens.of(taken.answers().getOrDefault(field.id(), ""))));
        return tokens;
    }

    /** A matter closed again keeps its first day only while it stays closed. */
    private static @Nullable LocalDate closedOn(Matter before, State state, LocalDate today) {
        if (!state.closed()) {
            return null;
        }
        return before.closed() ? before.closedOn() : today;
    }

    /** As documents write them, judges among them. */
    private static List<String> posts(Actor owner) {
        return Stream.concat(
                        owner.posts().stream().map(post -> post.name().toLowerCase(Locale.ROOT)),
                        owner.judges() ? Stream.of(Flow.JUDGE) : Stream.empty())
                .toList();
    }

    private static UUID party(String party, Matter matter, Known known) {
        return party.equals(Flow.HOST)
                ? matter.hostId().value()
                : Objects.requireNonNull(known.parties().get(party));
    }

    /** Those who did what is judged in a state, and whom the matter is about. */
    private static List<UUID> barred(State state, Known known) {
        List<UUID> barred = new ArrayList<>();
        state.steps().stream()
                .map(Step::verifies)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(judged -> {
                    Known.Done done = known.done().get(judged);
                    UUID person = done == null ? null : done.person();
                    if (person != null) {
                        barred.add(person);
                    }
                });
        if (known.about() != null) {
            barred.add(known.about());
        }
        return barred;
    }

    /** Reopened too often, whoever gives and judges the work is one level higher each time; whoever does it stays. */
    private static int levels(Flow flow, State state, Actor owner, int reopened) {
        int raised = flow.raisedAfter() == 0 || state.judged(flow) ? 0 : Math.max(0, reopened - flow.raisedAfter());
        return raised + (owner.above() ? 1 : 0);
    }

    private static Set<UUID> involved(Matter matter, Known known) {
        Set<UUID> involved = new HashSet<>(known.parties().values());
        involved.add(matter.hostId().value());
        return involved;
    }
}

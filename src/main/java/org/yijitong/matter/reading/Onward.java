package org.yijitong.matter.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flow.Limit;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;

/**
 * Whether a matter that comes into a flow in the midst of it can go on to the end. What the flow rests on was checked from
 * its beginning; here only what this matter has settled counts: an owner, a deadline or a step to be judged may be missing
 * now or on a way ahead.
 */
public final class Onward {
    private final Flow flow;
    private final State here;
    private final Ways ways;

    private Onward(Flow flow, State here) {
        this.flow = flow;
        this.here = here;
        this.ways = new Ways(flow);
    }

    /**
     * What a matter has settled.
     *
     * @param parties which are known
     * @param days which fields of days were answered
     * @param done which steps were taken
     */
    public record Settled(Set<String> parties, Set<String> days, Set<String> done) {}

    /** What may be missing. */
    public record Lack(Kind kind, String what) {}

    /** Of which kind. */
    public enum Kind {
        PARTY,
        DAY,
        STEP
    }

    /** The first thing that may be missing in a state or on a way from it; nothing when none is. */
    public static Optional<Lack> lack(Flow flow, State here, Settled settled) {
        Onward onward = new Onward(flow, here);
        return onward.party(settled.parties())
                .or(() -> onward.day(settled.days()))
                .or(() -> onward.step(settled.done()));
    }

    private Optional<Lack> party(Set<String> known) {
        return flow.parties().stream()
                .map(Flow.Party::id)
                .filter(party -> !known.contains(party))
                .filter(party -> reached(step -> !step.chooses().contains(party)).stream()
                        .anyMatch(state -> needs(state, party)))
                .findFirst()
                .map(party -> new Lack(Kind.PARTY, party));
    }

    private boolean needs(State state, String party) {
        boolean owned = state.owner() != null && state.owner().of().equals(party);
        return owned
                || (state.closing() == Flow.Closing.DONE && flow.countsFor().equals(party));
    }

    private Optional<Lack> day(Set<String> known) {
        return limits(Limit.Event.FIELD).stream()
                .filter(day -> !known.contains(day))
                .filter(day ->
                        reached(step -> step.fields().stream()
                                        .noneMatch(field ->
                                                field.required() && field.id().equals(day)))
                                .stream()
                                .anyMatch(state -> rests(state, Limit.Event.FIELD, day)))
                .findFirst()
                .map(day -> new Lack(Kind.DAY, day));
    }

    private Optional<Lack> step(Set<String> done) {
        Set<String> rested = new HashSet<>(limits(Limit.Event.STEP));
        flow.steps().map(Step::verifies).forEach(judged -> {
            if (judged != null) {
                rested.add(judged);
            }
        });
        return rested.stream()
                .filter(step -> !done.contains(step))
                .filter(step -> reached(each -> !each.id().equals(step)).stream()
                        .anyMatch(state -> rests(state, Limit.Event.STEP, step)
                                || state.steps().stream().anyMatch(each -> step.equals(each.verifies()))))
                .sorted()
                .findFirst()
                .map(step -> new Lack(Kind.STEP, step));
    }

    private List<String> limits(Limit.Event after) {
        return flow.states().stream()
                .flatMap(State::limits)
                .filter(limit -> limit.after() == after)
                .map(limit -> String.valueOf(limit.of()))
                .distinct()
                .toList();
    }

    private static boolean rests(State state, Limit.Event after, String of) {
        return state.limits().anyMatch(limit -> limit.after() == after && of.equals(limit.of()));
    }

    /** Where it is, and where it can come from there by steps that are allowed. */
    private List<State> reached(Predicate<Step> allowed) {
        Set<String> ids = new HashSet<>(ways.from(here.steps(), allowed).keySet());
        ids.add(here.id());
        return flow.states().stream().filter(state -> ids.contains(state.id())).toList();
    }
}

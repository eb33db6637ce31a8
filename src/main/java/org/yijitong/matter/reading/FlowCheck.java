package org.yijitong.matter.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.Condition;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flow.Actor;
import org.yijitong.matter.Flow.Limit;
import org.yijitong.matter.Flow.Spot;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.Flow.Step;
import org.yijitong.matter.FlowPaper;
import org.yijitong.matter.reading.Ways.Way;
import org.yijitong.mechanism.Duty;
import org.yijitong.yaml.Faults;

/**
 * Whether a matter could get stuck: a state nobody reaches or nobody leaves, an owner or a deadline that depends on what
 * nobody was asked, work that its doer judges, a matter closed that nobody judged. The way that leads there is told.
 */
final class FlowCheck {
    private final Flow flow;
    private final Faults faults;
    private final Ways ways;
    private final Map<String, Way> reached;

    private FlowCheck(Flow flow, Faults faults) {
        this.flow = flow;
        this.faults = faults;
        this.ways = new Ways(flow);
        this.reached = ways.all();
    }

    /** Notes everything; what is written wrongly is said before what does not hang together. */
    static void check(Flow flow, Faults faults) {
        FlowCheck check = new FlowCheck(flow, faults);
        new FlowReferences(flow, faults).check();
        new PaperCheck(flow, faults).check();
        if (faults.isEmpty()) {
            flow.states().forEach(check::reached);
            flow.states().forEach(check::ends);
            flow.states().forEach(check::free);
            flow.states().forEach(check::known);
            flow.steps().forEach(check::judged);
            flow.papers().forEach(check::printed);
            check.verified();
            if (faults.isEmpty()) {
                check.credited();
            }
        }
    }

    private void reached(State state) {
        if (!reached.containsKey(state.id())) {
            faults.at(state.spot().line(), state.spot().column(), "matter.fault.unreached", state.id());
        }
    }

    /** From each state a way must lead to one where nothing is due any more. */
    private void ends(State state) {
        boolean ends = state.last()
                || ways.from(state.steps(), step -> true).keySet().stream()
                        .flatMap(id -> flow.state(id).stream())
                        .anyMatch(State::last);
        if (!ends) {
            unknown(state, reached, "matter.fault.endless");
        }
    }

    /** Numbers that do not come together leave nobody without a step to take. */
    private void free(State state) {
        boolean bound = !state.steps().isEmpty()
                && state.steps().stream().noneMatch(step -> step.checks().isEmpty());
        if (bound) {
            faults.at(state.spot().line(), state.spot().column(), "matter.fault.bound", state.id());
        }
    }

    /** Owner and deadline of a state may rest only on what every way there has said. */
    private void known(State state) {
        Actor owner = state.owner();
        if (owner != null && !owner.of().equals(Flow.HOST)) {
            Map<String, Way> without =
                    ways.from(List.of(flow.begin()), step -> !step.chooses().contains(owner.of()));
            unknown(state, without, "matter.fault.party-unknown", owner.of());
        }
        state.limits().forEach(limit -> rests(state, limit));
        state.steps().forEach(step -> step.checks().forEach(check -> compared(state, step, check)));
    }

    /** A day that a step is measured by and does not ask itself was answered on every way there. */
    private void compared(State state, Step step, Condition check) {
        if (check.that().type() == Flow.Field.Type.DAY) {
            check.that().fields().stream()
                    .filter(day -> step.fields().stream()
                            .noneMatch(field -> field.required() && field.id().equals(day)))
                    .forEach(day -> answered(state, day, "matter.fault.day-compared"));
        }
    }

    private void answered(State state, String day, String key) {
        Map<String, Way> without = ways.from(
                ways.starts(),
                step -> step.fields().stream()
                        .noneMatch(field -> field.required() && field.id().equals(day)));
        unknown(state, without, key, day);
    }

    private void rests(State state, Limit limit) {
        if (limit.after() == Limit.Event.FIELD) {
            answered(state, String.valueOf(limit.of()), "matter.fault.day-unknown");
        } else if (limit.after() == Limit.Event.STEP) {
            Map<String, Way> without =
                    ways.from(ways.starts(), step -> !step.id().equals(limit.of()));
            unknown(state, without, "matter.fault.step-unknown", String.valueOf(limit.of()));
        }
    }

    /** A paper says when it was issued and until when it holds; on every way there both are known. */
    private void printed(FlowPaper paper) {
        flow.states().stream()
                .filter(state -> paper.states().contains(state.id()))
                .forEach(state -> {
                    if (paper.until() != null) {
                        rests(state, new Limit(0, Duty.Unit.DAYS, Limit.Event.FIELD, paper.until()));
                    }
                    if (paper.issued() != null) {
                        rests(state, new Limit(0, Duty.Unit.DAYS, Limit.Event.STEP, paper.issued()));
                    }
                });
    }

    /** Says what is wrong with a state if one of some ways leads there, and which. */
    private void unknown(State state, Map<String, Way> without, String key, Object... arguments) {
        told(state.spot(), without.get(state.id()), key, state.id(), arguments);
    }

    private void told(Spot spot, @Nullable Way way, String key, String subject, Object... arguments) {
        if (way != null) {
            List<Object> all = new ArrayList<>(List.of(subject, way.told(flow)));
            all.addAll(List.of(arguments));
            faults.at(spot.line(), spot.column(), key, all.toArray());
        }
    }

    /** Nobody judges what they did themselves. */
    private void judged(Step step) {
        String judges = step.verifies();
        if (judges == null) {
            return;
        }
        State here = flow.stateOf(step.id()).orElseThrow();
        State there = flow.stateOf(judges).orElseThrow();
        Map<String, Way> without = ways.from(ways.starts(), each -> !each.id().equals(judges));
        unknown(here, without, "matter.fault.step-unknown", judges);
        Actor one = here.owner();
        Actor other = there.owner();
        if (one != null
                && other != null
                && one.of().equals(other.of())
                && one.above() == other.above()
                && ((one.judges() && other.judges()) || !Collections.disjoint(one.posts(), other.posts()))) {
            told(step.spot(), reached.get(here.id()), "matter.fault.own-judge", step.id(), judges);
        }
    }

    /** Nothing is done before somebody judged it; reopened, it is judged again. */
    private void verified() {
        List<Step> starts = ways.starts();
        Map<String, Way> without = ways.from(starts, step -> step.verifies() == null || starts.contains(step));
        flow.states().stream()
                .filter(state -> state.closing() == Flow.Closing.DONE)
                .forEach(state -> unknown(state, without, "matter.fault.unverified"));
    }

    /** Whoever it counts for is named before it is done. */
    private void credited() {
        if (flow.countsFor().equals(Flow.HOST)) {
            return;
        }
        Map<String, Way> without =
                ways.from(List.of(flow.begin()), step -> !step.chooses().contains(flow.countsFor()));
        flow.states().stream()
                .filter(state -> state.closing() == Flow.Closing.DONE)
                .forEach(state -> unknown(state, without, "matter.fault.party-unknown", flow.countsFor()));
    }
}

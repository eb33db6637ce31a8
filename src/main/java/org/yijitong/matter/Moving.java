package org.yijitong.matter;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.matter.Flow.State;
import org.yijitong.matter.reading.Onward;

/**
 * Where a matter is under another version of its flow. Its deadline is reckoned from the event from which it always ran,
 * never from the day on which it was moved.
 */
@Component
class Moving {
    private final Course course;

    Moving(Course course) {
        this.course = course;
    }

    /**
     * What would come of moving a matter.
     *
     * @param standing how it would stand; empty when it cannot be moved
     */
    record Outcome(Migration.Line line, Optional<Change.Standing> standing) {}

    /**
     * Where it would be.
     *
     * @param to the state; null when it cannot be moved
     * @param why why it cannot be moved, as the end of a message key; empty when it can
     * @param what what is missing
     */
    record Way(@Nullable String to, String why, String what) {}

    Outcome of(Matter matter, Flow flow, Migration migration) {
        Onward.Settled settled = new Onward.Settled(
                matter.known().parties().keySet(),
                matter.known().days().keySet(),
                matter.known().done().keySet());
        String wanted = migration.states().getOrDefault(matter.state(), matter.state());
        Way way = way(flow, wanted, matter.closed(), settled);
        return flow.state(String.valueOf(way.to()))
                .map(state -> goes(matter, course.moved(matter, flow, state)))
                .orElseGet(() -> stays(matter, way.why(), way.what()));
    }

    /** What decides it: the state it would come into, whether it is closed, and what it has settled. */
    static Way way(Flow flow, String wanted, boolean closed, Onward.Settled settled) {
        Optional<State> state = flow.state(wanted);
        if (state.isEmpty()) {
            return new Way(null, "state", wanted);
        }
        if (state.get().closed() != closed || state.get().last()) {
            return new Way(null, "closing", wanted);
        }
        return Onward.lack(flow, state.get(), settled)
                .map(lack -> new Way(null, lack.kind().name().toLowerCase(Locale.ROOT), lack.what()))
                .orElseGet(() -> new Way(wanted, "", ""));
    }

    private static Outcome goes(Matter matter, Change.Standing standing) {
        return new Outcome(
                new Migration.Line(
                        matter.matterId(),
                        matter.title(),
                        matter.state(),
                        standing.state(),
                        matter.dueOn(),
                        standing.dueOn(),
                        "",
                        ""),
                Optional.of(standing));
    }

    private static Outcome stays(Matter matter, String why, String what) {
        return new Outcome(
                new Migration.Line(
                        matter.matterId(), matter.title(), matter.state(), null, matter.dueOn(), null, why, what),
                Optional.empty());
    }

    /** Names of states may only be given for states that are there. */
    static boolean sensible(Migration migration, Flow from, Flow to) {
        Set<String> before = Set.copyOf(from.states().stream().map(State::id).toList());
        return migration.states().entrySet().stream()
                .allMatch(each -> before.contains(each.getKey())
                        && to.state(each.getValue()).isPresent());
    }
}

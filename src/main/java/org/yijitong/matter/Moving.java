package org.yijitong.matter;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    Outcome of(Matter matter, Flow flow, Migration migration) {
        String to = migration.states().getOrDefault(matter.state(), matter.state());
        Optional<State> state = flow.state(to);
        if (state.isEmpty()) {
            return stays(matter, "state", to);
        }
        if (state.get().closed() != matter.closed() || state.get().last()) {
            return stays(matter, "closing", to);
        }
        Onward.Settled settled = new Onward.Settled(
                matter.known().parties().keySet(),
                matter.known().days().keySet(),
                matter.known().done().keySet());
        return Onward.lack(flow, state.get(), settled)
                .map(lack -> stays(matter, lack.kind().name().toLowerCase(Locale.ROOT), lack.what()))
                .orElseGet(() -> goes(matter, course.moved(matter, flow, state.get())));
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

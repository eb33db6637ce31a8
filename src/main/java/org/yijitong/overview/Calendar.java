package org.yijitong.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.Plan;
import org.yijitong.ledger.Coming;
import org.yijitong.ledger.Stand;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.mechanism.Duty;

/**
 * What an organization and its groups have to do for the periods that end between two days (年历).
 *
 * @param bearers the organization first
 * @param entries in the order of bearers, duties and periods
 * @param plans the meetings planned between the two days
 */
public record Calendar(List<Bearer> bearers, List<Owed> entries, List<Plan> plans) {
    /** How an entry stands. */
    public enum State {
        MET,
        EXCUSED,
        OPEN,
        LATE,
        QUIET,
        /** Its period has not begun. */
        AHEAD;

        /** That of what has begun. */
        public static State of(Stand.State state) {
            return valueOf(state.name());
        }
    }

    /**
     * One duty of one bearer in one period.
     *
     * @param obligation by which it can be explained; null as long as its period has not begun
     * @param to the last day of the period, included
     * @param due the last day on which it may be written down without being late
     */
    public record Owed(
            Bearer bearer,
            Duty duty,
            @Nullable UUID obligation,
            LocalDate from,
            LocalDate to,
            LocalDate due,
            BigDecimal need,
            BigDecimal done,
            State state) {
        static Owed of(Bearer bearer, Duty duty, Stand stand) {
            return new Owed(
                    bearer,
                    duty,
                    stand.obligation(),
                    stand.periodFrom(),
                    stand.periodTo(),
                    stand.dueOn(),
                    stand.need(),
                    stand.done(),
                    State.of(stand.state()));
        }

        static Owed of(Bearer bearer, Duty duty, Coming coming) {
            return new Owed(
                    bearer,
                    duty,
                    null,
                    coming.periodFrom(),
                    coming.periodTo(),
                    coming.dueOn(),
                    coming.need(),
                    BigDecimal.ZERO,
                    State.AHEAD);
        }

        /** Whether it is still to be done. */
        public boolean toDo() {
            return state == State.OPEN || state == State.LATE || state == State.AHEAD;
        }
    }

    /** A duty of a bearer, over all its periods. */
    public record Line(Bearer bearer, UUID duty) {}

    /** The entries by bearer and duty. */
    public Map<Line, List<Owed>> lines() {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> new Line(entry.bearer(), entry.duty().dutyId()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** The organization itself. */
    public Bearer of() {
        return bearers.getFirst();
    }
}

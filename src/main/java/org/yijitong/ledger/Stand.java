package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.OrganizationId;

/**
 * How one obligation stands on a day.
 *
 * @param obligation its identifier, by which it can be explained
 * @param dutyVersion the version under which the period is owed
 * @param organization who owes it
 * @param periodTo the last day of the period, included
 * @param dueOn the last day on which it may still be written down without being late
 * @param done how much counted; may be more than the need
 */
public record Stand(
        UUID obligation,
        UUID duty,
        UUID dutyVersion,
        Duty.Called name,
        OrganizationId organization,
        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate dueOn,
        BigDecimal need,
        BigDecimal done,
        State state) {
    /** How it stands. */
    public enum State {
        /** Done as needed. */
        MET,
        /** A superior allowed that it need not be done. */
        EXCUSED,
        /** Not done yet, and there is time. */
        OPEN,
        /** Not done, and the day is past. */
        LATE,
        /** Not done, but it was due before its bearer could know of it. */
        QUIET
    }

    /** What is still missing; zero when met. */
    public BigDecimal missing() {
        return need.subtract(done).max(BigDecimal.ZERO);
    }

    static State state(StandingStore.Row row, LocalDate day) {
        if (row.done().compareTo(row.need()) >= 0) {
            return State.MET;
        }
        if (row.excused()) {
            return State.EXCUSED;
        }
        if (!day.isAfter(row.dueOn())) {
            return State.OPEN;
        }
        return row.dueOn().isBefore(row.knownOn()) ? State.QUIET : State.LATE;
    }
}

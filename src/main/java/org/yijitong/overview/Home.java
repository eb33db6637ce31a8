package org.yijitong.overview;

import java.util.List;
import java.util.Map;
import org.yijitong.activity.Plan;
import org.yijitong.activity.RecordLine;
import org.yijitong.ledger.Counted;
import org.yijitong.ledger.Receipts;
import org.yijitong.ledger.Stand;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.mechanism.Duty;

/**
 * What an organization has to do and has done.
 *
 * @param bearers the organization first, then those below it without a secretary of their own
 * @param due what is late or open, in the order in which it is due
 * @param month what was held this month, the latest first
 * @param counted what each of it counted for
 * @param meters how the meetings of 三会一课 stand in the running quarter
 * @param year what was recorded this year, and how often it counted
 * @param plans the meetings planned for the next month, and those whose day is past and that nobody wrote down; none on
 *     a past day
 */
public record Home(
        List<Bearer> bearers,
        List<Due> due,
        List<RecordLine> month,
        Map<RecordLine, List<Counted>> counted,
        List<Meter> meters,
        Receipts.Sum year,
        List<Plan> plans) {
    /** Something to be done, with its duty. */
    public record Due(Stand stand, Duty duty, Bearer bearer) {}

    /**
     * How one kind of meeting stands in a quarter.
     *
     * @param kind the word of the kind of activity
     * @param done how many were held, each period counted up to its need
     * @param need how many are owed for the periods that have begun
     */
    public record Meter(String kind, int done, int need) {}

    /** The organization itself. */
    public Bearer of() {
        return bearers.getFirst();
    }
}

package org.yijitong.overview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yijitong.mechanism.Duty;

/**
 * A mechanism that ends, and what use it was of (到期评估).
 *
 * @param head of its latest version
 * @param uses of each duty that sums may speak of
 */
public record Sunset(Duty.Mechanism head, LocalDate today, List<Use> uses) {
    /**
     * What a duty came to, over the unit and all below it.
     *
     * @param before in the year before this one
     * @param now in this year so far
     */
    public record Use(Duty duty, Tally before, Tally now) {}

    /** Days until it ends, the last one included; negative when it has ended. */
    public long days() {
        return ChronoUnit.DAYS.between(today, head.until());
    }

    /** Whether it is time to decide. */
    public boolean soon() {
        return days() >= 0 && !head.until().isAfter(today.plusMonths(Inbox.MONTHS_BEFORE_END));
    }

    /** When it would end if it were renewed for a year. */
    public LocalDate renewed() {
        return head.until().plusYears(1);
    }
}

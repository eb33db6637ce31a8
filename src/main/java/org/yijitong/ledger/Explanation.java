package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.ledger.Counted.Reason;
import org.yijitong.mechanism.Duty;

/**
 * Why an obligation stands as it does.
 *
 * @param duty the rule, in the version under which the period is owed
 * @param counted what counts for it, and what did until it was taken back
 * @param others what happened in the period and does not count, with what fails
 */
public record Explanation(Stand stand, Duty duty, List<Line> counted, List<Other> others) {
    /**
     * A fact that counts or did.
     *
     * @param version the version of the mechanism that judged it
     * @param takenBackAt when it was taken back; null while it counts
     * @param late whether it was told only after the obligation was due
     */
    public record Line(
            Source source,
            LocalDate day,
            BigDecimal amount,
            int version,
            List<Reason> why,
            Instant recordedAt,
            @Nullable Instant takenBackAt,
            boolean late) {}

    /** A fact that does not count. */
    public record Other(Source source, LocalDate day, List<Reason> failing) {}
}

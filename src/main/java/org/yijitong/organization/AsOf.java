package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Which truth is asked for: how it was on a day, as known at a moment.
 *
 * @param on the day it is about
 * @param known what was recorded before then, so that what is recorded at a moment is known just after it; {@link Instant#MAX} for what is known now
 */
public record AsOf(LocalDate on, Instant known) {
    /** How it was on a day, with all later corrections. */
    public static AsOf knownNow(LocalDate on) {
        return new AsOf(on, Instant.MAX);
    }

    /** How it was on a day, as the records stood at that day's end. */
    public static AsOf knownThen(LocalDate on) {
        return new AsOf(on, org.yijitong.shared.Days.endOf(on));
    }
}

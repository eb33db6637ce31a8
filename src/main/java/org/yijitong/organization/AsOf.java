package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;

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
        return new AsOf(on, Days.endOf(on));
    }

    /**
     * What a program asks for.
     *
     * @param on a day from 1900 to 2100
     * @param as {@code now}: as known now; {@code then}: as the records stood on that day
     * @throws Invalid naming {@code on} or {@code as}
     */
    public static AsOf asked(LocalDate on, String as) {
        if (on.getYear() < 1900 || on.getYear() > 2100) {
            throw new Invalid("on", "api.invalid.day", "1900", "2100");
        }
        return switch (as) {
            case "now" -> knownNow(on);
            case "then" -> knownThen(on);
            default -> throw new Invalid("as", "api.invalid.choice", "now, then");
        };
    }
}

package org.yijitong.organization;

import java.time.LocalDate;

/**
 * What held from a day until before another.
 *
 * @param from first day, inclusive
 * @param to end, exclusive; {@link org.yijitong.shared.Days#FOREVER} when open
 */
public record Segment<A>(LocalDate from, LocalDate to, A value) {
    public Segment {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a segment ends after it begins: " + from + " to " + to);
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}

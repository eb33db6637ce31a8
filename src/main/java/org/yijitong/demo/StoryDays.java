package org.yijitong.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.yijitong.shared.Days;

/**
 * Moves the days of the files to the real today.
 *
 * @param reference the day the files take for today
 */
record StoryDays(LocalDate reference, LocalDate today) {
    private static final int OFFICE_OPENS = 9;

    LocalDate of(LocalDate written) {
        return written.plusDays(ChronoUnit.DAYS.between(reference, today));
    }

    /** A moment of a working day. */
    static Instant at(LocalDate day, int minute) {
        return day.atTime(OFFICE_OPENS, 0)
                .plusMinutes(minute)
                .atZone(Days.SHANGHAI)
                .toInstant();
    }
}

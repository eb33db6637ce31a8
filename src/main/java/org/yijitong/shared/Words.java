package org.yijitong.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.springframework.context.MessageSource;

/**
 * The words of a page in one language: messages, dates and times.
 *
 * @param messages every bundle of {@code messages/}
 * @param language the language chosen
 */
public record Words(MessageSource messages, Language language) {
    /**
     * The sentence of a key.
     *
     * @throws org.springframework.context.NoSuchMessageException if no bundle has the key
     */
    public String t(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    /** A day without its year: 11月23日. */
    public String date(LocalDate day) {
        return format("shared.format.date", day);
    }

    /** A day with its year: 2026年11月23日. Tables write {@code 2026-11-23}, which is {@code toString}. */
    public String longDate(LocalDate day) {
        return format("shared.format.long-date", day);
    }

    /** The day of the week, short: 周四. */
    public String weekday(LocalDate day) {
        return format("shared.format.weekday", day);
    }

    /** A moment on the clock of Shanghai: 11月23日 15:00. */
    public String moment(Instant at) {
        return format("shared.format.moment", at.atZone(Days.SHANGHAI));
    }

    /** A moment with its year: 2026年11月23日 15:00. */
    public String longMoment(Instant at) {
        return format("shared.format.long-moment", at.atZone(Days.SHANGHAI));
    }

    private String format(String key, TemporalAccessor when) {
        return DateTimeFormatter.ofPattern(t(key), language.locale()).format(when);
    }
}

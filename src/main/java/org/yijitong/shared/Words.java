package org.yijitong.shared;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * The words of a page in one language: messages, dates and times.
 *
 * @param messages every bundle of {@code messages/}
 * @param language the language chosen
 */
public record Words(MessageSource messages, Language language) {
    private static final Map<Long, String> PERIODS = Map.of(1L, "month", 3L, "quarter", 6L, "half", 12L, "year");

    /**
     * The sentence of a key.
     *
     * @throws org.springframework.context.NoSuchMessageException if no bundle has the key
     */
    public String t(String key, Object... arguments) {
        return messages.getMessage(key, spoken(arguments), language.locale());
    }

    private Object[] spoken(Object[] arguments) {
        return Stream.of(arguments)
                .map(each -> each instanceof InLanguage several ? several.in(language) : each)
                .toArray();
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

    /**
     * A stretch of the calendar: 11月, 第四季度, 上半年, 2026年; else its days. The year stands in front where it is not the
     * one that is understood.
     *
     * @param to its last day, included
     * @param understood the year that need not be said
     */
    public String period(LocalDate from, LocalDate to, int understood) {
        long months = ChronoUnit.MONTHS.between(from, to.plusDays(1));
        boolean whole = from.getDayOfMonth() == 1 && from.plusMonths(months).equals(to.plusDays(1));
        String year = Integer.toString(from.getYear());
        String key = whole ? PERIODS.get(months) : null;
        if (key == null) {
            boolean within = from.getYear() == to.getYear();
            return t(
                    "shared.period.days",
                    within ? day(from, understood) : longDate(from),
                    within ? day(to, understood) : longDate(to));
        }
        if (key.equals("year")) {
            return t("shared.period.year", year);
        }
        String said = t("shared.period." + key + "." + ((from.getMonthValue() - 1) / months + 1));
        return from.getYear() == understood ? said : t("shared.period.of", year, said);
    }

    /** A day, with its year where that is not the one that is understood. */
    public String day(LocalDate day, int understood) {
        return day.getYear() == understood ? date(day) : longDate(day);
    }

    /** Names, each said once, with how often it came: 党课 × 2. In the order in which they came first. */
    public List<String> once(List<String> names) {
        Map<String, Integer> times = new LinkedHashMap<>();
        names.forEach(name -> times.merge(name, 1, Integer::sum));
        return times.entrySet().stream()
                .map(each -> each.getValue() == 1 ? each.getKey() : t("shared.times", each.getKey(), each.getValue()))
                .toList();
    }

    /** A number without the zeros that say nothing. */
    public static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private String format(String key, TemporalAccessor when) {
        return DateTimeFormatter.ofPattern(t(key), language.locale()).format(when);
    }
}

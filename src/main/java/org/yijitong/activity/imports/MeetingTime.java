package org.yijitong.activity.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and hours as ledgers have them: 2025年3月5日下午3:00-4:30, 3.5, 5日, 上午9点半. */
final class MeetingTime {
    // Chinese words: as offices write them in their ledgers.
    private static final Pattern DAY = Pattern.compile(
            "(?:((?:19|20)\\d\\d)\\s*[年./-]\\s*)?(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*(?:[日号]|(?![\\d:]))");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?!\\d)");
    private static final Pattern DAY_ONLY = Pattern.compile("^(\\d{1,2})\\s*[日号]?(?![\\d:点月.])");
    private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)\\s*(?:年|[./-])");
    private static final Pattern MONTH = Pattern.compile("(?<!\\d)(1[0-2]|0?[1-9])\\s*月");
    private static final Pattern HOUR = Pattern.compile(
            "(上午|下午|晚上|晚|早上|中午)?\\s*(\\d{1,2})\\s*(?:[:：]\\s*(\\d{2})|点\\s*(半|\\d{1,2})?分?|时\\s*(半|\\d{1,2})?分?)");
    private static final int NOON = 12;
    private static final int HALF = 30;

    private MeetingTime() {}

    /** From when to when. */
    record Hours(LocalTime from, @Nullable LocalTime to) {}

    /**
     * The day a text names.
     *
     * @param year that of the sheet, for days without one; 0 when not known
     * @param month that of the sheet, for days without one; 0 when not known
     */
    static Optional<LocalDate> day(String text, int year, int month) {
        String plain = plain(text);
        Matcher compact = COMPACT.matcher(plain);
        if (compact.find()) {
            return of(number(compact, 1), number(compact, 2), number(compact, 3));
        }
        Matcher day = DAY.matcher(plain);
        if (day.find()) {
            int said = day.group(1) == null ? year : number(day, 1);
            return of(said, number(day, 2), number(day, 3));
        }
        Matcher only = DAY_ONLY.matcher(plain.strip());
        return only.find() ? of(year, month, number(only, 1)) : Optional.empty();
    }

    /** The hours a text names, the second in the same half of the day as the first unless it says otherwise. */
    static Optional<Hours> hours(String text) {
        Matcher hour = HOUR.matcher(plain(text));
        if (!hour.find()) {
            return Optional.empty();
        }
        boolean late = isLate(hour.group(1));
        Optional<LocalTime> from = time(hour, late);
        Optional<LocalTime> to =
                hour.find() ? time(hour, hour.group(1) == null ? late : isLate(hour.group(1))) : Optional.empty();
        return from.map(begins ->
                new Hours(begins, to.filter(ends -> ends.isAfter(begins)).orElse(null)));
    }

    /** The year a heading, a tab or a file name speaks of. */
    static OptionalInt year(String text) {
        Matcher year = YEAR.matcher(plain(text));
        return year.find() ? OptionalInt.of(number(year, 1)) : OptionalInt.empty();
    }

    /** The month a tab speaks of: 3月, 2025年03月. */
    static OptionalInt month(String text) {
        Matcher month = MONTH.matcher(plain(text));
        return month.find() ? OptionalInt.of(number(month, 1)) : OptionalInt.empty();
    }

    private static boolean isLate(@Nullable String half) {
        return half != null && (half.equals("下午") || half.startsWith("晚"));
    }

    private static Optional<LocalTime> time(Matcher hour, boolean late) {
        int read = number(hour, 2);
        int hours = late && read < NOON ? read + NOON : read;
        String minutes = hour.group(3) != null ? hour.group(3) : hour.group(4) != null ? hour.group(4) : hour.group(5);
        int read60 = minutes == null ? 0 : minutes.equals("半") ? HALF : Integer.parseInt(minutes);
        return hours < 24 && read60 < 60 ? Optional.of(LocalTime.of(hours, read60)) : Optional.empty();
    }

    private static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return year == 0 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** Full-width digits and signs as ordinary ones. */
    private static String plain(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                .replaceAll("[—–~～至到―]+", "-");
    }
}

package org.yijitong.organization.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yijitong.document.Cell;
import org.yijitong.document.Cell.Kind;
import org.yijitong.organization.roster.DateReading.Day;
import org.yijitong.organization.roster.DateReading.MonthOnly;
import org.yijitong.organization.roster.DateReading.Nothing;
import org.yijitong.organization.roster.DateReading.Reason;
import org.yijitong.organization.roster.DateReading.Unclear;

/** Dates as people write them in rosters. Whether a date lies in the future or makes sense is the caller's to judge. */
public final class RosterDates {

    private static final String SEPARATOR = "[./\\-年,、·—–~_]";
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})" + SEPARATOR + "(\\d{1,2})[./\\-月,、·—–~_](\\d{1,2})[日号]?");
    private static final Pattern TIME_OF_DAY =
            Pattern.compile("[T\\s\\u3000]+\\d{1,2}[::]\\d{2}([::]\\d{2}(\\.\\d+)?)?Z?\\s*$");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})" + SEPARATOR + "(\\d{1,2})[月.]?(份)?");
    private static final Pattern COMPACT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern COMPACT_MONTH = Pattern.compile("(\\d{4})(\\d{2})");
    private static final Pattern SHORT_YEAR = Pattern.compile("'?\\d{2}[./\\-年]\\d{1,2}([./\\-月]\\d{0,2}[日号]?)?");
    private static final Pattern YEAR_LAST = Pattern.compile("\\d{1,2}[./\\-]\\d{1,2}[./\\-]\\d{4}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}年?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d+)?");
    private static final Pattern HALF_A_MONTH = Pattern.compile("\\d{4}\\.1");

    /** Anything longer is prose. */
    private static final int LONGEST = 60;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    /** Day 0 of the two date systems; the first is right from 1900-03-01 on, Excel's own error included. */
    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);

    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

    private RosterDates() {}

    /**
     * Reads a cell.
     *
     * @param from1904 the date system of the cell's workbook, for bare serial numbers
     */
    public static DateReading parse(Cell cell, boolean from1904) {
        boolean number = cell.kind() == Kind.NUMBER;
        String written = number ? cell.text().replace(",", "") : cell.text();
        if (number && HALF_A_MONTH.matcher(written).matches()) {
            return new Unclear(Reason.JANUARY_OR_OCTOBER, written);
        }
        return parse(written, from1904);
    }

    /** Reads a text, a bare number in it being a serial of the 1900 system. */
    public static DateReading parse(String text) {
        return parse(text, false);
    }

    private static DateReading parse(String text, boolean from1904) {
        if (text.length() > LONGEST) {
            return new Unclear(Reason.NOT_A_DATE, text);
        }
        String days = TIME_OF_DAY.matcher(text).replaceAll("");
        String plain = Written.arabic(Written.plain(days)).replaceAll("^['‘’`]+|[。.;；]+$", "");
        if (plain.isEmpty()) {
            return new Nothing();
        }
        Matcher day = DAY.matcher(plain);
        Matcher compactDay = COMPACT_DAY.matcher(plain);
        if (day.matches() || compactDay.matches()) {
            Matcher found = day.matches() ? day : compactDay;
            return day(number(found, 1), number(found, 2), number(found, 3), text);
        }
        Matcher month = MONTH.matcher(plain);
        Matcher compactMonth = COMPACT_MONTH.matcher(plain);
        if (month.matches() || compactMonth.matches()) {
            Matcher found = month.matches() ? month : compactMonth;
            return month(number(found, 1), number(found, 2), text);
        }
        if (SERIAL.matcher(plain).matches()) {
            return serial(plain, from1904, text);
        }
        return new Unclear(whyNot(plain), text);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static DateReading day(int year, int month, int day, String text) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return plausible(year) ? new Day(date, false) : new Unclear(Reason.NO_SUCH_DAY, text);
        } catch (DateTimeException e) {
            return new Unclear(Reason.NO_SUCH_DAY, text);
        }
    }

    private static DateReading month(int year, int month, String text) {
        return plausible(year) && month >= 1 && month <= 12
                ? new MonthOnly(YearMonth.of(year, month))
                : new Unclear(Reason.NO_SUCH_DAY, text);
    }

    private static DateReading serial(String digits, boolean from1904, String text) {
        long days = Long.parseLong(digits.replaceAll("\\..*", ""));
        LocalDate date = (from1904 ? DAY_ZERO_1904 : DAY_ZERO_1900).plusDays(days);
        return plausible(date.getYear()) ? new Day(date, true) : new Unclear(Reason.NOT_A_DATE, text);
    }

    private static boolean plausible(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static Reason whyNot(String plain) {
        if (YEAR.matcher(plain).matches()) {
            return Reason.YEAR_ONLY;
        }
        if (YEAR_LAST.matcher(plain).matches()) {
            return Reason.YEAR_LAST;
        }
        return SHORT_YEAR.matcher(plain).matches() ? Reason.TWO_DIGIT_YEAR : Reason.NOT_A_DATE;
    }
}

package org.yijitong.organization.roster;

import java.time.LocalDate;
import java.time.YearMonth;

/** What a written date turned out to be. */
public sealed interface DateReading {

    /** Nothing was written. */
    record Nothing() implements DateReading {}

    /**
     * A day.
     *
     * @param fromSerial whether it came from a bare serial number, which a person should look at
     */
    record Day(LocalDate date, boolean fromSerial) implements DateReading {}

    /** A month without a day, as old files have it (1984.7). */
    record MonthOnly(YearMonth month) implements DateReading {}

    /** Not to be taken as a date. */
    record Unclear(Reason reason, String written) implements DateReading {}

    /** Why something is no date. */
    enum Reason {
        /** 84.7.1 could be of two centuries. */
        TWO_DIGIT_YEAR,
        /** A year alone. */
        YEAR_ONLY,
        /** 7/1/2001 is July or January. */
        YEAR_LAST,
        /** 1984.1 kept as a number is 1984.1 or 1984.10, whose zero the spreadsheet dropped. */
        JANUARY_OR_OCTOBER,
        /** 2001.2.30, or a year outside 1900 to 2100. */
        NO_SUCH_DAY,
        NOT_A_DATE
    }
}

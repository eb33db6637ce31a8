package org.yijitong.organization;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The day a page is about, as its address says: {@code ?on=2025-07-01&as=then}.
 *
 * @param on the day; today when the address names none
 * @param then whether to leave out what was recorded after that day
 */
public record DayView(LocalDate on, boolean then, LocalDate today) {
    private static final int EARLIEST = 1900;

    /** A day that is none, or lies beyond any record, is read as today. */
    public static DayView of(@Nullable String on, @Nullable String as, LocalDate today) {
        return new DayView(day(on, today), "then".equals(as), today);
    }

    private static LocalDate day(@Nullable String text, LocalDate today) {
        if (text == null || text.isBlank()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < EARLIEST || day.isAfter(today.plusYears(10)) ? today : day;
        } catch (DateTimeException e) {
            return today;
        }
    }

    /** Which truth that is. */
    public AsOf asOf() {
        return then ? AsOf.knownThen(on) : AsOf.knownNow(on);
    }

    /** Whether the page shows anything but the present. */
    public boolean past() {
        return then || !on.equals(today);
    }

    /** What to put behind an address so that the next page is about the same day; begins with a question mark. */
    public String query() {
        return past() ? "?on=" + on + (then ? "&as=then" : "") : "";
    }

    /** The same, behind an address that has parameters already. */
    public String more() {
        return query().replace('?', '&');
    }
}

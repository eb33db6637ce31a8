package org.yijitong.mechanism;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.WorkingDays;

/** Makes ahead what the matching looks up: working days by number, and the periods of every duty. */
@Component
class Ahead {
    /** Periods begin to be kept this many years before the present one. */
    private static final int YEARS_BACK = 2;

    private final MechanismStore store;
    private final WorkingDays calendar;
    private final Days days;

    Ahead(MechanismStore store, WorkingDays calendar, Days days) {
        this.store = store;
        this.calendar = calendar;
        this.days = days;
    }

    /** Until the end of next year, working days a year longer; what is there already stays. */
    void make(List<Duty> duties) {
        int year = days.today().getYear();
        store.numberDays(calendar.numbered(LocalDate.of(year + 2, 12, 31)));
        LocalDate first = LocalDate.of(year - YEARS_BACK, 1, 1);
        LocalDate last = LocalDate.of(year + 1, 12, 31);
        store.addPeriods(duties.stream()
                .flatMap(duty -> Periods.of(duty, first, last, calendar).stream())
                .toList());
    }
}

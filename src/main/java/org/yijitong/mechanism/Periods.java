package org.yijitong.mechanism;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yijitong.shared.WorkingDays;

/** The periods of a duty, with the day by which each is due. */
final class Periods {
    /** One period, both ends included. */
    record Row(UUID dutyVersionId, LocalDate periodFrom, LocalDate periodTo, LocalDate dueOn) {}

    private static final int MONTHS_OF_A_YEAR = 12;

    private Periods() {}

    /** Those that begin on a day from {@code first} to {@code last} on which the version is in force. */
    static List<Row> of(Duty duty, LocalDate first, LocalDate last, WorkingDays calendar) {
        int months = months(duty.period());
        List<Row> rows = new ArrayList<>();
        if (months == 0) {
            return rows;
        }
        LocalDate begin = first.isAfter(duty.mechanism().since())
                ? first
                : duty.mechanism().since();
        LocalDate end = last.isBefore(duty.mechanism().until())
                ? last
                : duty.mechanism().until();
        LocalDate from = LocalDate.of(begin.getYear(), 1, 1);
        for (; !from.isAfter(end); from = from.plusMonths(months)) {
            LocalDate to = from.plusMonths(months).minusDays(1);
            if (!from.isBefore(begin)) {
                rows.add(new Row(duty.dutyVersionId(), from, to, due(to, duty.grace(), calendar)));
            }
        }
        return rows;
    }

    private static LocalDate due(LocalDate to, Duty.Grace grace, WorkingDays calendar) {
        return switch (grace.unit()) {
            case DAYS -> to.plusDays(grace.amount());
            case WORKING_DAYS -> calendar.plus(to, grace.amount());
            case MONTHS -> to.plusMonths(grace.amount());
        };
    }

    private static int months(Duty.Period period) {
        return switch (period) {
            case MONTH -> 1;
            case QUARTER -> MONTHS_OF_A_YEAR / 4;
            case HALF_YEAR -> MONTHS_OF_A_YEAR / 2;
            case YEAR -> MONTHS_OF_A_YEAR;
            case AFTER -> 0;
        };
    }
}

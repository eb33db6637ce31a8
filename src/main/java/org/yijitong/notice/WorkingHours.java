package org.yijitong.notice;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.WorkingDays;

/** When nobody is disturbed: on working days of the State Council’s calendar, from nine to six. */
@Component
public class WorkingHours {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private final WorkingDays workingDays;
    private final Clock clock;

    WorkingHours(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Whether mail may leave now. */
    public boolean now() {
        ZonedDateTime now = clock.instant().atZone(Days.SHANGHAI);
        LocalTime time = now.toLocalTime();
        return workingDays.isWorkingDay(now.toLocalDate()) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }
}

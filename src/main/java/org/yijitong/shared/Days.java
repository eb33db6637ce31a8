package org.yijitong.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Calendar days as people in China count them: everything inside is UTC, a day is a day in Asia/Shanghai. */
@Component
public class Days {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** The end of what has no end; PostgreSQL's {@code infinity}. */
    public static final LocalDate FOREVER = LocalDate.MAX;

    private final Clock clock;

    public Days(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }

    /** The last moment of a day, after which nothing was known yet on that day. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
    }
}

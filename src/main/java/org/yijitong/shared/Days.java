package org.yijitong.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
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

    /**
     * Does work as if it were the beginning of today, so that nothing it leaves tells when on that day it was done: no moment,
     * no entry of the log, and no identifier, which would begin with one. For what somebody says who is not to be found by
     * it. What it leaves stands in no order within the day.
     */
    public <T> T momentless(Supplier<T> work) {
        return Moment.at(today().atStartOfDay(SHANGHAI).toInstant(), work);
    }

    /** The same for work that leaves all it has to say where it is done. */
    public void momentless(Runnable work) {
        Moment.at(today().atStartOfDay(SHANGHAI).toInstant(), () -> {
            work.run();
            return true;
        });
    }

    /** The last moment of a day, after which nothing was known yet on that day. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
    }
}

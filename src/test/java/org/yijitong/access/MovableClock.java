package org.yijitong.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the tests: stands until it is moved, and never goes back. */
public class MovableClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-23T04:00:00Z");
    private final ZoneId zone = ZoneOffset.UTC;

    public void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(now, other);
    }
}

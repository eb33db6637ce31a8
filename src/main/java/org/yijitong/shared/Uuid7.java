package org.yijitong.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Makes UUIDs of version 7 (RFC 9562 §5.7): in order of time to the millisecond, random below it. */
@Component
public class Uuid7 {
    private final Clock clock;
    private final SecureRandom secure = new SecureRandom();

    public Uuid7(Clock clock) {
        this.clock = clock;
    }

    /** A new identifier; never the same twice. */
    public UUID next() {
        RandomGenerator random = Moment.random(secure);
        long high = (clock.millis() << 16) | 0x7000L | (random.nextInt() & 0xfffL);
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}

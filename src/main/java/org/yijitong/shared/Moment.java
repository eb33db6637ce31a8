package org.yijitong.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Lets a stretch of work happen at another moment. The demonstration world and tests do so with identifiers that come out
 * the same each time: their past has to have been recorded in the past. Else only {@link Days#momentless} does.
 */
public final class Moment {
    private static final ScopedValue<Moment> CURRENT = ScopedValue.newInstance();
    private static final SecureRandom SECURE = new SecureRandom();

    private final Instant instant;
    private final RandomGenerator random;

    private Moment(Instant instant, RandomGenerator random) {
        this.instant = instant;
        this.random = random;
    }

    /**
     * Runs work as if it were {@code instant}.
     *
     * @param random where identifiers take their random bits from
     */
    public static void at(Instant instant, RandomGenerator random, Runnable work) {
        ScopedValue.where(CURRENT, new Moment(instant, random)).run(work);
    }

    /** The same, with random identifiers unless those of the work around it are not. */
    static <T> T at(Instant instant, Supplier<T> work) {
        Moment moment = new Moment(instant, random(SECURE));
        return ScopedValue.where(CURRENT, moment).call(work::get);
    }

    static RandomGenerator random(RandomGenerator otherwise) {
        return CURRENT.isBound() ? CURRENT.get().random : otherwise;
    }

    /** A clock that stands still inside {@link #at} and otherwise is the one given. */
    static Clock clock(Clock otherwise) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return otherwise.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return clock(otherwise.withZone(zone));
            }

            @Override
            public Instant instant() {
                return CURRENT.isBound() ? CURRENT.get().instant : otherwise.instant();
            }
        };
    }
}

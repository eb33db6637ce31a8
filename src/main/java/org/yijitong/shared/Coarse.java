package org.yijitong.shared;

import java.time.Duration;
import java.time.Instant;

/** Moments to five minutes: enough for counting and for time-outs, too little to tell whose deed went with whose session. */
public final class Coarse {
    public static final Duration STEP = Duration.ofMinutes(5);

    private Coarse() {}

    /** The begin of the five minutes in which a moment lies. */
    public static Instant of(Instant moment) {
        long seconds = moment.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, STEP.toSeconds()));
    }
}

package org.yijitong.access;

import java.time.Instant;

/** Too many wrong passwords: shown as HTTP 429 with the moment from which it can be tried again. */
public class TooMany extends RuntimeException {
    private final Instant until;

    TooMany(Instant until) {
        super("held until " + until, null, false, false);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}

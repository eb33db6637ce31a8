package org.yijitong.access;

/** Too many sign in at this moment: shown as HTTP 429, to be tried again at once after {@link #SECONDS}. */
public class Busy extends RuntimeException {
    /** By then those in line have been served. */
    public static final int SECONDS = 5;

    Busy() {
        super("too many sign in at once", null, false, false);
    }
}

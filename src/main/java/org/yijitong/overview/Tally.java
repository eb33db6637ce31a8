package org.yijitong.overview;

import java.util.OptionalInt;

/**
 * How many obligations stand how.
 *
 * @param owed all of them
 * @param met done as needed
 * @param excused not done, and a superior allowed it
 * @param quiet not done, but due before anyone could know of it: held against nobody
 * @param late not done, and the day is past
 */
public record Tally(int owed, int met, int excused, int quiet, int late) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** What has to be done: all but the excused and the quiet. */
    public int asked() {
        return owed - excused - quiet;
    }

    /** Not done yet, and there is time. */
    public int open() {
        return asked() - met - late;
    }

    /** Not done: late or open. */
    public int missing() {
        return asked() - met;
    }

    /** Of a hundred asked how many are met, rounded down; empty where nothing is asked. */
    public OptionalInt rate() {
        return asked() == 0 ? OptionalInt.empty() : OptionalInt.of(met * 100 / asked());
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                owed + other.owed, met + other.met, excused + other.excused, quiet + other.quiet, late + other.late);
    }
}

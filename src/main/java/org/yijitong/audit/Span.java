package org.yijitong.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A complete subtree: the leaves from {@code index << level}, {@code 1 << level} of them.
 *
 * @param level 0 for a leaf
 * @param index its place among the subtrees of that level, from 0
 */
record Span(int level, long index) {
    /** Of so many levels one is kept. */
    static final int KEPT = 8;

    /** The complete subtrees that a tree of so many leaves falls into, largest first. */
    static List<Span> peaks(long size) {
        List<Span> peaks = new ArrayList<>();
        for (int level = Long.SIZE - 1; level >= 0; level--) {
            if (((size >> level) & 1) == 1) {
                peaks.add(new Span(level, (size >> level) - 1));
            }
        }
        return peaks;
    }

    boolean isRight() {
        return (index & 1) == 1;
    }

    Span parent() {
        return new Span(level + 1, index >> 1);
    }

    /** Whether its root is kept; those of the other levels are worked out from the kept ones below. */
    boolean isKept() {
        return level % KEPT == 0;
    }

    /** The kept level it is worked out from. */
    int keptLevel() {
        return level / KEPT * KEPT;
    }

    /** Its first place at the kept level. */
    long first() {
        return index << (level - keptLevel());
    }

    /** How many places it has at the kept level, at most 128. */
    int width() {
        return 1 << (level - keptLevel());
    }
}

package org.yijitong.matter.hotline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Between which numbers those lie that are not shown, as whoever reads the sums can tell. */
final class Bounds {
    /** More than is ever counted. */
    private static final long MUCH = 1L << 40;

    /** How often the sums are gone through; a reader’s patience ends, too. */
    private static final int MOST = 200;

    private final long[] low;
    private final long[] high;

    Bounds(long[] values, BitSet hidden) {
        low = values.clone();
        high = values.clone();
        hidden.stream().forEach(place -> {
            low[place] = 0;
            high[place] = MUCH;
        });
    }

    boolean fixed(int place) {
        return low[place] == high[place];
    }

    void fix(int place, long value) {
        low[place] = value;
        high[place] = value;
    }

    /** Until the sums say no more. */
    void narrow(List<SmallCounts.Sum> sums) {
        boolean more = true;
        for (int round = 0; more && round < MOST; round++) {
            long[] lowBefore = low.clone();
            long[] highBefore = high.clone();
            sums.forEach(this::narrow);
            more = !Arrays.equals(lowBefore, low) || !Arrays.equals(highBefore, high);
        }
    }

    private void narrow(SmallCounts.Sum sum) {
        long least = total(low, sum);
        long most = total(high, sum);
        int whole = sum.whole();
        low[whole] = Math.max(low[whole], least);
        high[whole] = Math.min(high[whole], most);
        for (int part : sum.parts()) {
            long othersLeast = total(low, sum) - low[part];
            long othersMost = total(high, sum) - high[part];
            high[part] = Math.min(high[part], high[whole] - othersLeast);
            low[part] = Math.max(low[part], low[whole] - othersMost);
        }
    }

    private static long total(long[] of, SmallCounts.Sum sum) {
        return sum.parts().stream().mapToLong(place -> of[place]).sum();
    }
}

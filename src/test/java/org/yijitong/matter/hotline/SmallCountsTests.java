package org.yijitong.matter.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Small numbers are not shown, nor what tells them. */
class SmallCountsTests {
    /** Two by three cells, the sums of rows, of columns, and the whole: places 0 to 11. */
    private static final List<SmallCounts.Sum> SUMS = List.of(
            new SmallCounts.Sum(6, List.of(0, 1, 2)),
            new SmallCounts.Sum(7, List.of(3, 4, 5)),
            new SmallCounts.Sum(8, List.of(0, 3)),
            new SmallCounts.Sum(9, List.of(1, 4)),
            new SmallCounts.Sum(10, List.of(2, 5)),
            new SmallCounts.Sum(11, List.of(6, 7)),
            new SmallCounts.Sum(11, List.of(8, 9, 10)));

    private static long[] table(long... cells) {
        long[] all = new long[12];
        System.arraycopy(cells, 0, all, 0, 6);
        for (SmallCounts.Sum sum : SUMS) {
            all[sum.whole()] =
                    sum.parts().stream().mapToLong(place -> all[place]).sum();
        }
        return all;
    }

    @Test
    void whatIsFiveOrMoreOrNoneIsShownWhereNothingSmallStands() {
        assertThat(SmallCounts.hidden(table(5, 9, 0, 12, 7, 30), SUMS, new BitSet())
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aSmallNumberTakesOthersWithIt() {
        BitSet hidden = SmallCounts.hidden(table(2, 9, 20, 12, 7, 30), SUMS, new BitSet());
        assertThat(hidden.get(0)).isTrue();
        assertThat(hidden.cardinality()).isGreaterThanOrEqualTo(4);
    }

    /** Every table with up to fourteen in a cell that shows the same is counted: no small number is the same in all. */
    @Test
    void noSmallNumberFollowsFromWhatIsShown() {
        Random random = new Random(20261129);
        for (int round = 0; round < 60; round++) {
            long[] cells = random.longs(6, 0, 12).toArray();
            long[] values = table(cells);
            BitSet hidden = SmallCounts.hidden(values, SUMS, new BitSet());
            for (int place = 0; place < 6; place++) {
                if (values[place] > 0 && values[place] < SmallCounts.LEAST) {
                    assertThat(possible(values, hidden, place))
                            .as("%d of %s", place, List.of(boxed(values)))
                            .hasSizeGreaterThan(1);
                }
            }
        }
    }

    private static Long[] boxed(long[] values) {
        return java.util.Arrays.stream(values).boxed().toArray(Long[]::new);
    }

    /** What may stand in a place, given what is shown. */
    private static Set<Long> possible(long[] values, BitSet hidden, int place) {
        Set<Long> possible = new HashSet<>();
        long[] cells = new long[6];
        fill(values, hidden, cells, 0, place, possible);
        return possible;
    }

    private static void fill(long[] values, BitSet hidden, long[] cells, int at, int place, Set<Long> possible) {
        if (possible.size() > 1) {
            return;
        }
        if (at == 6) {
            long[] other = table(cells);
            for (int i = 0; i < values.length; i++) {
                if (!hidden.get(i) && other[i] != values[i]) {
                    return;
                }
            }
            possible.add(cells[place]);
            return;
        }
        if (!hidden.get(at)) {
            cells[at] = values[at];
            fill(values, hidden, cells, at + 1, place, possible);
            return;
        }
        for (long each = 0; each <= 14; each++) {
            cells[at] = each;
            fill(values, hidden, cells, at + 1, place, possible);
        }
    }
}

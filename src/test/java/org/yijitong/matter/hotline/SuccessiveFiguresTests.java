package org.yijitong.matter.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What follows from publications one after the other. A publication here is two months by two kinds: cells 0 to 3, the
 * months 4 and 5, the kinds 6 and 7, the whole 8.
 */
class SuccessiveFiguresTests {
    private static final int CELLS = 4;
    private static final int MOST = 9;
    private static final List<SmallCounts.Sum> SUMS = List.of(
            new SmallCounts.Sum(4, List.of(0, 1)),
            new SmallCounts.Sum(5, List.of(2, 3)),
            new SmallCounts.Sum(6, List.of(0, 2)),
            new SmallCounts.Sum(7, List.of(1, 3)),
            new SmallCounts.Sum(8, List.of(4, 5)),
            new SmallCounts.Sum(8, List.of(6, 7)));
    /** What of a year is the sum of its two publications. */
    private static final List<Integer> OF_THE_YEAR = List.of(6, 7, 8);

    private static long[] table(long[] cells) {
        long[] all = Arrays.copyOf(cells, 9);
        SUMS.forEach(sum -> all[sum.whole()] =
                sum.parts().stream().mapToLong(place -> all[place]).sum());
        return all;
    }

    /** Every publication that looks like this one. */
    private static List<long[]> alike(long[] values) {
        BitSet hidden = SmallCounts.hidden(values, SUMS, new BitSet());
        List<long[]> alike = new ArrayList<>();
        for (int code = 0; code < Math.pow(MOST + 1, CELLS); code++) {
            int from = code;
            long[] other = table(IntStream.range(0, CELLS)
                    .mapToLong(cell -> from / (int) Math.pow(MOST + 1, cell) % (MOST + 1))
                    .toArray());
            if (IntStream.range(0, values.length)
                    .allMatch(place -> hidden.get(place) || other[place] == values[place])) {
                alike.add(other);
            }
        }
        return alike;
    }

    private static boolean small(long value) {
        return value > 0 && value < SmallCounts.LEAST;
    }

    /** The sums of a year as they are shown when the second publication is there; null for what is not. */
    private static List<@Nullable Long> year(long[] first, long[] second) {
        BitSet one = SmallCounts.hidden(first, SUMS, new BitSet());
        BitSet other = SmallCounts.hidden(second, SUMS, new BitSet());
        List<@Nullable Long> year = new ArrayList<>();
        OF_THE_YEAR.forEach(place -> {
            List<@Nullable Long> parts = new ArrayList<>();
            parts.add(one.get(place) ? null : first[place]);
            parts.add(other.get(place) ? null : second[place]);
            year.add(Quarters.sum(parts));
        });
        return year;
    }

    /** What of the sums of a year lies in one publication, where they are shown. */
    private static List<Long> share(long[] values, List<@Nullable Long> year) {
        return IntStream.range(0, year.size())
                .filter(i -> year.get(i) != null)
                .mapToObj(i -> values[OF_THE_YEAR.get(i)])
                .toList();
    }

    /** What may stand in the cells of the first publication for whoever read it, the second and the year. */
    private static List<Set<Long>> possible(long[] first, long[] second) {
        List<@Nullable Long> year = year(first, second);
        List<Long> shown = year.stream().filter(Objects::nonNull).toList();
        Map<List<Long>, List<long[]>> seconds = new HashMap<>();
        alike(second)
                .forEach(each -> seconds.computeIfAbsent(share(each, year), _ -> new ArrayList<>())
                        .add(each));
        List<Set<Long>> possible = new ArrayList<>();
        IntStream.range(0, CELLS).forEach(_ -> possible.add(new HashSet<>()));
        alike(first).forEach(each -> {
            List<Long> share = share(each, year);
            List<Long> rest = IntStream.range(0, shown.size())
                    .mapToObj(i -> shown.get(i) - share.get(i))
                    .toList();
            if (seconds.containsKey(rest)) {
                IntStream.range(0, CELLS).forEach(cell -> possible.get(cell).add(each[cell]));
            }
        });
        return possible;
    }

    @Test
    void noSmallNumberFollowsFromTwoQuartersAndTheirYear() {
        Random random = new Random(20261129);
        int looked = 0;
        for (int round = 0; round < 120; round++) {
            long[] first = table(random.longs(CELLS, 0, MOST).toArray());
            long[] second = table(random.longs(CELLS, 0, MOST).toArray());
            List<Set<Long>> before = possible(first, second);
            List<Set<Long>> after = possible(second, first);
            for (int cell = 0; cell < CELLS; cell++) {
                if (small(first[cell])) {
                    assertThat(before.get(cell)).hasSizeGreaterThan(1);
                    looked++;
                }
                if (small(second[cell])) {
                    assertThat(after.get(cell)).hasSizeGreaterThan(1);
                    looked++;
                }
            }
        }
        assertThat(looked).isGreaterThan(200);
    }

    /** As it was: the same months again, each with the calls that were sorted since. It is the search that is tried here. */
    @Test
    void theSameCountedAnewIsFoundOut() {
        Random random = new Random(7);
        int found = 0;
        for (int round = 0; round < 200; round++) {
            long[] before = random.longs(CELLS, 0, MOST - 1).toArray();
            long[] now = before.clone();
            now[random.nextInt(CELLS)] += 1;
            Set<Long> moved = new HashSet<>();
            List<long[]> later = alike(table(now));
            alike(table(before)).forEach(one -> later.forEach(other -> moved.add(other[8] - one[8])));
            found += moved.equals(Set.of(1L)) ? 1 : 0;
        }
        assertThat(found)
                .as("two publications of which the difference is one call")
                .isPositive();
    }

    @Test
    void aQuarterIsPublishedWhenAMonthHasPassed() {
        assertThat(Quarters.published(LocalDate.of(2026, 4, 30))).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(Quarters.published(LocalDate.of(2026, 5, 1))).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(Quarters.published(LocalDate.of(2026, 5, 31))).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(Quarters.published(LocalDate.of(2027, 1, 31))).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(Quarters.published(LocalDate.of(2027, 2, 1))).isEqualTo(LocalDate.of(2027, 1, 1));
    }
}

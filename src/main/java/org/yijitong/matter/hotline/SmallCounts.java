package org.yijitong.matter.hotline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which numbers of a table are not shown. Fewer than five is nobody’s business: of four who called, three who know of each
 * other know the fourth. Nor is a number shown from which, by adding and subtracting those that are, one of them
 * would follow.
 */
final class SmallCounts {
    /** From how many on a number is shown; none at all is shown, too. */
    static final int LEAST = 5;

    /** The equations are solved among the remainders of this prime: every coefficient is 1 or -1. */
    private static final int PRIME = 1_000_003;

    private final long[] values;
    private final List<Sum> sums;
    /** What nobody may learn, and all that is not shown since it would tell that. */
    private final BitSet secret = new BitSet();

    private final BitSet hidden = new BitSet();

    private SmallCounts(long[] values, List<Sum> sums) {
        this.values = values;
        this.sums = sums;
    }

    /**
     * That a number is the sum of others; all by their places in the table.
     *
     * @param whole the sum
     */
    record Sum(int whole, List<Integer> parts) {
        Sum {
            parts = List.copyOf(parts);
        }

        IntStream members() {
            return IntStream.concat(parts.stream().mapToInt(Integer::intValue), IntStream.of(whole));
        }
    }

    /**
     * The places of the numbers that are not shown.
     *
     * @param forced places that are not shown whatever stands there
     */
    static BitSet hidden(long[] values, List<Sum> sums, BitSet forced) {
        SmallCounts counts = new SmallCounts(values, sums);
        counts.secret.or(forced);
        IntStream.range(0, values.length)
                .filter(place -> values[place] > 0 && values[place] < LEAST)
                .forEach(counts.secret::set);
        counts.hidden.or(counts.secret);
        boolean more = true;
        while (more) {
            more = counts.more();
        }
        return counts.hidden;
    }

    /** Hides one more if what is shown tells what is not; whether it did. */
    private boolean more() {
        for (Sum sum : sums) {
            if (tells(sum) && hideOneOf(sum, place -> values[place] > 0)) {
                return true;
            }
        }
        BitSet known = known();
        return known.intersects(secret)
                && sums.stream()
                        .filter(sum -> sum.members().anyMatch(known::get))
                        .anyMatch(sum -> hideOneOf(sum, _ -> true));
    }

    /** Whether those hidden of a sum that is shown are together so few that this says something. */
    private boolean tells(Sum sum) {
        long together = sum.parts().stream()
                .filter(hidden::get)
                .mapToLong(place -> values[place])
                .sum();
        return !hidden.get(sum.whole()) && together > 0 && together < LEAST;
    }

    /** One more part, or when there is none the whole: what leads on to the fewest others, and of these the smallest. */
    private boolean hideOneOf(Sum sum, IntPredicate fit) {
        Optional<Integer> next = sum.parts().stream()
                .filter(place -> !hidden.get(place) && fit.test(place))
                .min(Comparator.<Integer>comparingLong(this::alone).thenComparingLong(place -> values[place]))
                .or(() -> Optional.of(sum.whole()).filter(place -> !hidden.get(place)));
        next.ifPresent(hidden::set);
        return next.isPresent();
    }

    /** In how many sums a number would be the only one that is hidden. */
    private long alone(int place) {
        return sums.stream()
                .filter(sum -> sum.members().anyMatch(each -> each == place))
                .filter(sum -> sum.members().noneMatch(hidden::get))
                .count();
    }

    /** Those hidden whose number follows from the sums and from what is shown, none being less than nothing. */
    private BitSet known() {
        Bounds bounds = new Bounds(values, hidden);
        BitSet open = (BitSet) hidden.clone();
        boolean more = true;
        while (more) {
            bounds.narrow(sums);
            open.stream().filter(bounds::fixed).forEach(open::clear);
            BitSet found = determined(open);
            found.stream().forEach(place -> bounds.fix(place, values[place]));
            open.andNot(found);
            more = !found.isEmpty();
        }
        BitSet known = (BitSet) hidden.clone();
        known.andNot(open);
        return known;
    }

    /** Those of some unknown numbers for which the equations have one answer. */
    private BitSet determined(BitSet open) {
        int[] unknown = open.stream().toArray();
        List<long[]> rows = new ArrayList<>();
        sums.forEach(sum -> rows.add(row(sum, unknown)));
        int used = 0;
        for (int column = 0; column < unknown.length && used < rows.size(); column++) {
            used += reduced(rows, used, column) ? 1 : 0;
        }
        BitSet determined = new BitSet();
        rows.forEach(row -> {
            int[] left = IntStream.range(0, row.length)
                    .filter(column -> row[column] != 0)
                    .toArray();
            if (left.length == 1) {
                determined.set(unknown[left[0]]);
            }
        });
        return determined;
    }

    private static long[] row(Sum sum, int[] unknown) {
        long[] row = new long[unknown.length];
        for (int column = 0; column < unknown.length; column++) {
            int place = unknown[column];
            row[column] = sum.whole() == place ? PRIME - 1 : sum.parts().contains(place) ? 1 : 0;
        }
        return row;
    }

    /** One step of Gauss and Jordan: the column is left in one row alone. Whether there was such a row. */
    private static boolean reduced(List<long[]> rows, int from, int column) {
        int found = IntStream.range(from, rows.size())
                .filter(each -> rows.get(each)[column] != 0)
                .findFirst()
                .orElse(-1);
        if (found < 0) {
            return false;
        }
        long[] pivot = rows.set(found, rows.get(from));
        rows.set(from, pivot);
        scale(pivot, inverse(pivot[column]));
        for (int each = 0; each < rows.size(); each++) {
            if (each != from) {
                subtract(rows.get(each), pivot, rows.get(each)[column]);
            }
        }
        return true;
    }

    private static void scale(long[] row, long by) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] * by % PRIME;
        }
    }

    private static void subtract(long[] row, long[] other, long times) {
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.floorMod(row[i] - times * other[i], (long) PRIME);
        }
    }

    /** By Fermat’s little theorem. */
    private static long inverse(long value) {
        long result = 1;
        long power = value % PRIME;
        for (int exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
            if ((exponent & 1) == 1) {
                result = result * power % PRIME;
            }
            power = power * power % PRIME;
        }
        return result;
    }
}

package org.yijitong.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Months by rows, each cell with how the obligations stand whose period ends in that month.
 *
 * @param rows in the order of organizations, units or duties
 * @param all the sum of all rows, by month
 */
public record Table<K>(List<Row<K>> rows, Map<LocalDate, Tally> all) {
    /**
     * A row.
     *
     * @param months by the first day of the month; a month without obligations is absent
     */
    public record Row<K>(K of, Map<LocalDate, Tally> months) {
        /** How a month stands. */
        public Tally month(LocalDate first) {
            return months.getOrDefault(first, Tally.NONE);
        }

        /** How all months stand together. */
        public Tally sum() {
            return months.values().stream().reduce(Tally.NONE, Tally::plus);
        }
    }

    static <L, K> Table<K> of(
            List<L> lines, Function<L, K> key, Function<L, LocalDate> month, Function<L, Tally> tally) {
        Map<K, Map<LocalDate, Tally>> rows = new LinkedHashMap<>();
        Map<LocalDate, Tally> all = new LinkedHashMap<>();
        lines.forEach(line -> {
            rows.computeIfAbsent(key.apply(line), _ -> new LinkedHashMap<>())
                    .merge(month.apply(line), tally.apply(line), Tally::plus);
            all.merge(month.apply(line), tally.apply(line), Tally::plus);
        });
        List<Row<K>> made = new ArrayList<>();
        rows.forEach((each, months) -> made.add(new Row<>(each, months)));
        return new Table<>(made, all);
    }

    /** How a month stands in all rows. */
    public Tally month(LocalDate first) {
        return all.getOrDefault(first, Tally.NONE);
    }

    /** How everything stands, the months before the year included. */
    public Tally sum() {
        return all.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /** How many rows have something that is late. */
    public int troubled() {
        return (int) rows.stream().filter(row -> row.sum().late() > 0).count();
    }
}

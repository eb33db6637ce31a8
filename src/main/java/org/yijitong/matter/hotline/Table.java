package org.yijitong.matter.hotline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.hotline.HotlineFigures.Figure;
import org.yijitong.matter.hotline.HotlineFigures.Row;

/**
 * The counts of a quarter on their way to being shown: the whole, its months, its kinds, its rules, one after the other,
 * so that what is hidden in one is not told by another.
 */
final class Table {
    private static final List<Figure> FIGURES = List.of(Figure.values());
    private static final int WIDTH = FIGURES.size();
    private static final int MONTHS = Quarters.MONTHS;
    /** Each call is one of these. */
    private static final List<Figure> OUTCOMES =
            List.of(Figure.SATISFIED, Figure.UNSATISFIED, Figure.UNREACHED, Figure.OUTSIDE, Figure.WAITING);

    private final int first;
    private final List<String> kinds;
    private final List<String> rules;
    private final long[] values;

    /**
     * An empty table.
     *
     * @param first its first month
     * @param kinds those known; what is of none comes after them
     */
    Table(int first, List<String> kinds, List<String> rules) {
        this.first = first;
        this.kinds = Stream.concat(kinds.stream(), Stream.of("")).toList();
        this.rules = Stream.concat(rules.stream(), Stream.of("")).toList();
        this.values = new long[(1 + MONTHS + this.kinds.size()) * WIDTH + this.rules.size()];
    }

    void add(HotlineFigureStore.Count count) {
        Figure outcome = Figure.valueOf(count.outcome().toUpperCase(Locale.ROOT));
        for (int row : List.of(0, 1 + count.month() - first, 1 + MONTHS + place(kinds, count.kind()))) {
            values[at(row, Figure.RECEIVED)] += count.calls();
            values[at(row, outcome)] += count.calls();
            values[at(row, Figure.TIMELY)] += count.timely();
            values[at(row, Figure.REOPENED)] += count.reopened();
        }
        if (outcome == Figure.OUTSIDE) {
            values[rule(place(rules, count.rule()))] += count.calls();
        }
    }

    /** What is not known is counted with what has no name. */
    private static int place(List<String> known, @Nullable String name) {
        int found = known.indexOf(Objects.requireNonNullElse(name, ""));
        return found < 0 ? known.size() - 1 : found;
    }

    private static int at(int row, Figure figure) {
        return row * WIDTH + FIGURES.indexOf(figure);
    }

    private int rule(int place) {
        return (1 + MONTHS + kinds.size()) * WIDTH + place;
    }

    private int rows() {
        return 1 + MONTHS + kinds.size();
    }

    /** What of a quarter is shown; null for what is not. */
    record Shown(Row whole, List<Row> months, List<Row> kinds, Map<String, @Nullable Long> rules) {}

    Shown shown() {
        BitSet hidden = SmallCounts.hidden(values, sums(), few());
        Map<String, @Nullable Long> byRule = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            byRule.put(rules.get(i), shown(hidden, rule(i)));
        }
        return new Shown(
                row(hidden, 0, ""),
                IntStream.rangeClosed(1, MONTHS)
                        .mapToObj(month -> row(hidden, month, Integer.toString(first + month - 1)))
                        .toList(),
                IntStream.range(0, kinds.size())
                        .mapToObj(kind -> row(hidden, 1 + MONTHS + kind, kinds.get(kind)))
                        .toList(),
                byRule);
    }

    private Row row(BitSet hidden, int row, String id) {
        Map<Figure, @Nullable Long> counts = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            counts.put(figure, shown(hidden, at(row, figure)));
        }
        return new Row(id, counts);
    }

    private @Nullable Long shown(BitSet hidden, int place) {
        return hidden.get(place) ? null : values[place];
    }

    /** Of fewer than five calls nothing is shown, not even that none of them was one thing or another. */
    private BitSet few() {
        BitSet few = new BitSet();
        IntStream.range(0, rows())
                .filter(row -> {
                    long received = values[at(row, Figure.RECEIVED)];
                    return received > 0 && received < SmallCounts.LEAST;
                })
                .forEach(row -> few.set(row * WIDTH, (row + 1) * WIDTH));
        return few;
    }

    private List<SmallCounts.Sum> sums() {
        List<SmallCounts.Sum> sums = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            int here = row;
            sums.add(new SmallCounts.Sum(
                    at(row, Figure.RECEIVED),
                    OUTCOMES.stream().map(each -> at(here, each)).toList()));
        }
        for (Figure figure : Figure.values()) {
            sums.add(new SmallCounts.Sum(at(0, figure), column(1, MONTHS, figure)));
            sums.add(new SmallCounts.Sum(at(0, figure), column(1 + MONTHS, kinds.size(), figure)));
        }
        sums.add(new SmallCounts.Sum(
                at(0, Figure.OUTSIDE),
                IntStream.range(0, rules.size()).mapToObj(this::rule).toList()));
        return sums;
    }

    private static List<Integer> column(int first, int many, Figure figure) {
        return IntStream.range(first, first + many)
                .mapToObj(row -> at(row, figure))
                .toList();
    }
}

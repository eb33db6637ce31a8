package org.yijitong.matter.hotline;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.hotline.HotlineFigures.Figure;
import org.yijitong.matter.hotline.HotlineFigures.Row;
import org.yijitong.matter.hotline.HotlineFigures.Year;

/**
 * The figures of a year out of its quarters. Each call is counted in one quarter, and each quarter at one moment, so that
 * what is published later has no call in common with what was published before, and nothing can be subtracted from it.
 * A sum over quarters is shown where every one of them shows its part: it tells nothing that these do not.
 */
final class Quarters {
    /** How long after its end a quarter is counted, so that calls of its last days can be answered. */
    private static final int MONTHS_TO_ANSWER = 1;

    static final int MONTHS = 3;

    private Quarters() {}

    /** The first day of the quarter of a day. */
    static LocalDate first(LocalDate day) {
        return day.with(day.getMonth().firstMonthOfQuarter()).withDayOfMonth(1);
    }

    /** The first day whose quarter is not published yet. */
    static LocalDate published(LocalDate today) {
        return first(today.minusMonths(MONTHS_TO_ANSWER));
    }

    /** From 0 on in a year. */
    static int number(int month) {
        return (Month.of(month).firstMonthOfQuarter().getValue() - 1) / MONTHS;
    }

    static Year year(String unit, int year, LocalDate until, List<Table> tables) {
        List<Table.Shown> quarters = tables.stream().map(Table::shown).toList();
        List<Row> months = new ArrayList<>();
        quarters.forEach(quarter -> months.addAll(quarter.months()));
        List<Row> kinds = new ArrayList<>();
        for (int i = 0; i < quarters.getFirst().kinds().size(); i++) {
            int place = i;
            kinds.add(row(quarters.stream().map(each -> each.kinds().get(place)).toList()));
        }
        Map<String, @Nullable Long> rules = new LinkedHashMap<>();
        for (String rule : quarters.getFirst().rules().keySet()) {
            rules.put(rule, sum(values(quarters.stream().map(Table.Shown::rules).toList(), rule)));
        }
        return new Year(
                unit, year, until, row(quarters.stream().map(Table.Shown::whole).toList()), months, kinds, rules);
    }

    private static Row row(List<Row> parts) {
        Map<Figure, @Nullable Long> counts = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            counts.put(figure, sum(values(parts.stream().map(Row::counts).toList(), figure)));
        }
        return new Row(parts.getFirst().id(), counts);
    }

    private static <K> List<@Nullable Long> values(List<Map<K, @Nullable Long>> parts, K key) {
        List<@Nullable Long> values = new ArrayList<>();
        parts.forEach(each -> values.add(each.get(key)));
        return values;
    }

    /** Not shown where one of the parts is not. */
    static @Nullable Long sum(List<@Nullable Long> parts) {
        return parts.contains(null)
                ? null
                : parts.stream().mapToLong(Objects::requireNonNull).sum();
    }
}

package org.yijitong.matter.hotline;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flows;
import org.yijitong.matter.door.DoorKind;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.UnitId;

/**
 * The figures of a unit’s hotline for a year, by its quarters. A quarter is counted as it stood a month after its end, and
 * never again: nobody learns from one day to the next what became of one call, nor by subtracting what was published
 * before. Each figure is counted for the unit, never for a person.
 */
@Component
@Transactional(readOnly = true)
public class HotlineFigures {
    private static final String FLOW = DoorKind.HOTLINE.flow();
    private static final String KIND = "kind";
    private static final String RULE = "rule";

    private final HotlineFigureStore store;
    private final Flows flows;
    private final Days days;
    /** They do not change within a quarter; units there are few, and no more than 21 years of each. */
    private final Map<Asked, Year> kept = new ConcurrentHashMap<>();

    HotlineFigures(HotlineFigureStore store, Flows flows, Days days) {
        this.store = store;
        this.flows = flows;
        this.days = days;
    }

    private record Asked(UnitId unit, int year, LocalDate until) {}

    /** What is counted, in the order in which it is shown. */
    public enum Figure {
        /** Calls that came in: in the form, by a program, by telephone. All others are among these. */
        RECEIVED,
        /** Answered, and until then no step came after its day. */
        TIMELY,
        /** What whoever called said last. */
        SATISFIED,
        UNSATISFIED,
        UNREACHED,
        /** Opened again since whoever called was not satisfied, whatever they said later. */
        REOPENED,
        /** Not ours by an open rule, and somebody else agreed. */
        OUTSIDE,
        /** None of the verdicts said yet, nor that it is not ours. */
        WAITING
    }

    /**
     * A row of a table.
     *
     * @param id of a kind or a rule; the number of a month; empty for calls that were not sorted, and for the whole year
     * @param counts by figure; null for what is not shown
     */
    public record Row(String id, Map<Figure, @Nullable Long> counts) {}

    /**
     * The figures of a year.
     *
     * @param until the first day whose calls are not in them
     * @param whole of all its months
     * @param rules how many were not ours by each rule; null for what is not shown
     */
    public record Year(
            String unit,
            int year,
            LocalDate until,
            Row whole,
            List<Row> months,
            List<Row> kinds,
            Map<String, @Nullable Long> rules) {
        /** Whether not even one month says how many there were. */
        public boolean silent() {
            return whole.counts().get(Figure.RECEIVED) == null
                    && months.stream().allMatch(each -> silent(each.counts().get(Figure.RECEIVED)));
        }

        private static boolean silent(@Nullable Long received) {
            return received == null || received == 0;
        }
    }

    /** The last year that has figures. */
    public int last() {
        return until().minusDays(1).getYear();
    }

    private LocalDate until() {
        return Quarters.published(days.today());
    }

    /** @throws NotFound when there is no such unit, or the year lies ahead or before the hotline */
    public Year of(UnitId unit, int year) {
        if (year > last() || year < last() - 20) {
            throw new NotFound();
        }
        LocalDate until = until();
        kept.keySet().removeIf(each -> !each.until().equals(until));
        // Whoever asks meanwhile waits for the same counting.
        return kept.computeIfAbsent(new Asked(unit, year, until), this::counted);
    }

    private Year counted(Asked asked) {
        String name = store.unit(asked.unit()).orElseThrow(NotFound::new);
        LocalDate first = LocalDate.of(asked.year(), 1, 1);
        LocalDate end = first.plusYears(1).isBefore(asked.until()) ? first.plusYears(1) : asked.until();
        List<Table> quarters = Stream.iterate(first, day -> day.isBefore(end), day -> day.plusMonths(Quarters.MONTHS))
                .map(day -> new Table(day.getMonthValue(), names(KIND), names(RULE)))
                .toList();
        store.counts(asked.unit(), FLOW, first, end.minusDays(1))
                .forEach(count -> quarters.get(Quarters.number(count.month())).add(count));
        return Quarters.year(name, asked.year(), end, quarters);
    }

    private List<String> names(String field) {
        return List.copyOf(options(field).keySet());
    }

    /** Kinds of calls in any version of the flow, each in its newest wording. */
    public Map<String, Flow.Option> kinds() {
        return options(KIND);
    }

    /** The rules by which a call is not ours. */
    public Map<String, Flow.Option> rules() {
        return options(RULE);
    }

    private Map<String, Flow.Option> options(String field) {
        Map<String, Flow.Option> options = new LinkedHashMap<>();
        flows.versions(FLOW).stream()
                .map(each -> each.flow())
                .sorted((one, other) -> other.head().version() - one.head().version())
                .flatMap(flow -> Stream.concat(Stream.of(flow.begin()), flow.steps()))
                .flatMap(step -> step.fields().stream())
                .filter(each -> each.id().equals(field) && each.type() == Flow.Field.Type.CHOICE)
                .flatMap(each -> each.values().stream())
                .forEach(option -> options.putIfAbsent(option.id(), option));
        return options;
    }
}

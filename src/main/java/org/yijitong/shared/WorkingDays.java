package org.yijitong.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which days are worked: Monday to Friday, but for the holidays and the weekends worked instead that the State Council
 * arranges year by year. A year whose notice is not known is provisional: only its weekends are free.
 */
public final class WorkingDays {
    /**
     * What is arranged for a year. Its days may lie in the last week of the year before.
     *
     * @param notice its number, such as 国办发明电〔2025〕7号
     * @param free holidays, weekends among them or not
     * @param worked Saturdays and Sundays that are worked
     */
    public record Arrangement(int year, String notice, Set<LocalDate> free, Set<LocalDate> worked) {
        public Arrangement {
            free = Set.copyOf(free);
            worked = Set.copyOf(worked);
        }
    }

    /**
     * A day by its number.
     *
     * @param number how many days were worked since the first, itself included; a free day has that of the working day
     *     before it, so that the n-th working day after any day is the first with its number plus n
     */
    public record Numbered(LocalDate day, int number, boolean provisional) {}

    private final Map<Integer, String> notices = new TreeMap<>();
    private final Set<LocalDate> free = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();

    /** @param arrangements at most one for a year */
    public WorkingDays(Collection<Arrangement> arrangements) {
        arrangements.forEach(year -> {
            notices.put(year.year(), year.notice());
            free.addAll(year.free());
            worked.addAll(year.worked());
        });
    }

    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? worked.contains(day) : !free.contains(day);
    }

    /** The n-th working day after a day; the day itself for 0. */
    public LocalDate plus(LocalDate day, int n) {
        LocalDate reached = day;
        for (int left = n; left > 0; ) {
            reached = reached.plusDays(1);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** Whether the notice for a year is not known, so that what is reckoned may still move. */
    public boolean provisional(int year) {
        return !notices.containsKey(year);
    }

    /** The number of the notice for a year. */
    public Optional<String> notice(int year) {
        return Optional.ofNullable(notices.get(year));
    }

    /** Every day from the first year with a notice to a last day, numbered; nothing without any notice. */
    public List<Numbered> numbered(LocalDate last) {
        List<Numbered> days = new ArrayList<>();
        int number = 0;
        LocalDate first = notices.isEmpty()
                ? last.plusDays(1)
                : LocalDate.of(notices.keySet().iterator().next(), 1, 1);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            number += isWorkingDay(day) ? 1 : 0;
            days.add(new Numbered(day, number, provisional(day.getYear())));
        }
        return days;
    }
}

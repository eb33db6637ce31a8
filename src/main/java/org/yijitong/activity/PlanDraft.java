package org.yijitong.activity;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody plans.
 *
 * @param place up to 100 characters
 * @param theme what is studied first, up to 200 characters; empty when nothing is
 * @param items further items of the agenda, at most 19
 * @param until the last day on which it may be held again, month by month; null when it is held once
 */
public record PlanDraft(
        Set<ActivityKind> kinds,
        When when,
        String place,
        String theme,
        List<String> items,
        @Nullable LocalDate until) {
    /** How often it may be repeated: a year. */
    public static final int MOST = 12;

    /** A day, with hours if they are known. */
    public record When(
            LocalDate day,
            @Nullable LocalTime from,
            @Nullable LocalTime to) {}

    public PlanDraft {
        kinds = java.util.Collections.unmodifiableSet(kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds));
        items = List.copyOf(items);
    }

    /**
     * The days it is held on: the same day of each month, or the last of a month that is too short. One more than
     * {@link #MOST} when there are too many.
     */
    List<LocalDate> days() {
        LocalDate last = until;
        if (last == null) {
            return List.of(when.day());
        }
        return Stream.iterate(0, month -> month + 1)
                .map(month -> when.day().plusMonths(month))
                .takeWhile(day -> !day.isAfter(last))
                .limit(MOST + 1L)
                .toList();
    }
}

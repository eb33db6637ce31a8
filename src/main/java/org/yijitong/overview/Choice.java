package org.yijitong.overview;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;

/**
 * What an overview is about.
 *
 * @param year the months shown
 * @param mechanism the identifier of one mechanism; null for all
 * @param duty one duty; null for all
 */
public record Choice(
        int year, @Nullable String mechanism, @Nullable UUID duty) {
    /** How far before a year begins what is late is still counted in it, while the year runs. */
    private static final int MONTHS_BEFORE = 3;

    /** The duties that sums may speak of: those of organizations that superiors see. */
    Set<UUID> duties(Mechanisms mechanisms) {
        return mechanisms.all().stream()
                .filter(Choice::summed)
                .filter(each -> mechanism == null || each.mechanism().id().equals(mechanism))
                .map(Duty::dutyId)
                .filter(each -> duty == null || each.equals(duty))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a duty is found in sums. */
    public static boolean summed(Duty duty) {
        return !duty.bearer().personal() && duty.visibility() == Duty.Visibility.DIRECT;
    }

    /** The first day of the periods that are read; in the running year also the last months before it. */
    LocalDate first(LocalDate on) {
        LocalDate january = LocalDate.of(year, 1, 1);
        LocalDate before = on.withDayOfMonth(1).minusMonths(MONTHS_BEFORE);
        return on.getYear() == year && before.isBefore(january) ? before : january;
    }

    LocalDate last() {
        return LocalDate.of(year, 12, 31);
    }
}

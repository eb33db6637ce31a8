package org.yijitong.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.yijitong.activity.ActivityKind;
import org.yijitong.demo.Sitting.Fate;
import org.yijitong.demo.Sitting.Guest;
import org.yijitong.demo.Sitting.Place;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.WorkingDays;

/**
 * Says on which working day something was held, when it was written down, and what became of it.
 *
 * @param today nothing is held or written down on it or later
 */
record Pen(WorkingDays calendar, LocalDate today, RandomGenerator random) {
    private static final int OFFICE_MINUTES = 480;
    private static final int LATE = 5;
    private static final int CORRECTED = 2;

    /** Adds a sitting between two days of a month, unless it is not written down yet. */
    void note(
            List<Sitting> held,
            Place host,
            List<OrganizationId> sides,
            YearMonth month,
            int first,
            int last,
            EnumSet<ActivityKind> kinds) {
        LocalDate day = working(month.atDay(first + random.nextInt(last - first + 1)));
        boolean late = random.nextInt(100) < LATE;
        LocalDate written = working(day.plusDays(late ? 10 + random.nextInt(31) : random.nextInt(3)));
        Fate fate = random.nextInt(100) < CORRECTED
                ? Fate.CORRECTED
                : random.nextInt(1500) == 0 ? Fate.WITHDRAWN : Fate.STANDS;
        if (written.isBefore(today)) {
            held.add(sitting(host, sides, List.of(), day, written, kinds, fate));
        }
    }

    /** Adds what became of a record in the branch of the story, so that each is found there. */
    void tell(List<Sitting> held, Place host, YearMonth month, int dayOfMonth, int late, Fate fate) {
        LocalDate day = working(month.atDay(dayOfMonth));
        LocalDate written = working(day.plusDays(late));
        if (written.isBefore(today)) {
            held.add(sitting(
                    host, List.of(), List.of(), day, written, EnumSet.of(ActivityKind.COMMITTEE_MEETING), fate));
        }
    }

    /** Adds joint study with a guest. */
    void invite(List<Sitting> held, Place host, Guest guest, LocalDate some) {
        LocalDate day = working(some);
        LocalDate written = working(day.plusDays(random.nextInt(2)));
        if (written.isBefore(today)) {
            held.add(sitting(
                    host, List.of(), List.of(guest), day, written, EnumSet.of(ActivityKind.JOINT), Fate.STANDS));
        }
    }

    private Sitting sitting(
            Place host,
            List<OrganizationId> sides,
            List<Guest> guests,
            LocalDate day,
            LocalDate written,
            EnumSet<ActivityKind> kinds,
            Fate fate) {
        Instant recorded = at(written);
        LocalDate next = working(written.plusDays(1 + random.nextInt(6)));
        Instant later = next.isBefore(today) ? at(next) : recorded.plus(30, ChronoUnit.MINUTES);
        return new Sitting(host, sides, guests, day, recorded, later, kinds, fate);
    }

    /** The day itself or the next that is worked. */
    private LocalDate working(LocalDate day) {
        return calendar.isWorkingDay(day) ? day : calendar.plus(day, 1);
    }

    private Instant at(LocalDate day) {
        return StoryDays.at(day, random.nextInt(OFFICE_MINUTES));
    }
}

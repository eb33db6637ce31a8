package org.yijitong.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.yijitong.shared.Moment;

/** The deeds of one unit, gathered in any order and done in the order of their moments. */
final class Chronicle {
    private static final int OFFICE_MINUTES = 480;

    private final RandomGenerator random;
    private final LocalDate today;
    private final List<Deed> deeds = new ArrayList<>();

    Chronicle(RandomGenerator random, LocalDate today) {
        this.random = random;
        this.today = today;
    }

    private record Deed(Instant at, Runnable work) {}

    /** Recorded some time on a day; a day that has not passed counts as yesterday. */
    void on(LocalDate day, Runnable work) {
        LocalDate recorded = day.isBefore(today) ? day : today.minusDays(1);
        deeds.add(new Deed(StoryDays.at(recorded, random.nextInt(OFFICE_MINUTES)), work));
    }

    /** Recorded up to some days after the day from which it holds. */
    void late(LocalDate day, int days, Runnable work) {
        on(day.plusDays(random.nextInt(days + 1)), work);
    }

    void at(Instant moment, Runnable work) {
        deeds.add(new Deed(moment, work));
    }

    /** Does everything; how many deeds there were. */
    int play(RandomGenerator identifiers) {
        deeds.sort(Comparator.comparing(Deed::at));
        deeds.forEach(deed -> Moment.at(deed.at(), identifiers, deed.work()));
        return deeds.size();
    }
}

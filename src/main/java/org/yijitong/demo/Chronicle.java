package org.yijitong.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.yijitong.shared.Moment;

/** The deeds of one unit, gathered in any order and done in the order of their moments. */
final class Chronicle {
    private static final int OFFICE_MINUTES = 480;

    private final RandomGenerator random;
    private final LocalDate today;
    private final PriorityQueue<Deed> deeds =
            new PriorityQueue<>(Comparator.comparing(Deed::at).thenComparingInt(Deed::order));
    private int order;

    Chronicle(RandomGenerator random, LocalDate today) {
        this.random = random;
        this.today = today;
    }

    private record Deed(Instant at, int order, Runnable work) {}

    /** Recorded some time on a day; a day that has not passed counts as yesterday. */
    void on(LocalDate day, Runnable work) {
        LocalDate recorded = day.isBefore(today) ? day : today.minusDays(1);
        at(StoryDays.at(recorded, random.nextInt(OFFICE_MINUTES)), work);
    }

    /** Recorded up to some days after the day from which it holds. */
    void late(LocalDate day, int days, Runnable work) {
        on(day.plusDays(random.nextInt(days + 1)), work);
    }

    /** Recorded at a moment. */
    void at(Instant moment, Runnable work) {
        deeds.add(new Deed(moment, order++, work));
    }

    /** Does everything, also what comes of it later; how many deeds there were. */
    int play(RandomGenerator identifiers) {
        for (Deed deed = deeds.poll(); deed != null; deed = deeds.poll()) {
            Moment.at(deed.at(), identifiers, deed.work());
        }
        return order;
    }
}

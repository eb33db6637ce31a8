package org.yijitong.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.organization.BearersChanged;
import org.yijitong.shared.Days;
import org.yijitong.shared.UnitId;

/**
 * Opens what each bearer owes as its periods begin, and keeps it true when trees and people are changed for days gone
 * by. A period is owed by who existed on its first day.
 */
@Component
@Transactional
public class Openings {
    /** Before every period there is. */
    private static final LocalDate NOTHING = LocalDate.of(1900, 1, 1);
    /** More than these are counted faster by reading all facts of the unit once than by looking up those of each. */
    private static final int FEW = 500;

    private final BookStore books;
    private final ObligationStore obligations;
    private final Days days;
    private final Clock clock;

    Openings(BookStore books, ObligationStore obligations, Days days, Clock clock) {
        this.books = books;
        this.obligations = obligations;
        this.days = days;
        this.clock = clock;
    }

    /** Opens the periods that have begun by today; nothing when that is done already. */
    public void open(UnitId unit) {
        LocalDate opened = books.hold(unit, NOTHING);
        LocalDate today = days.today();
        if (opened.isBefore(today)) {
            LocalDate first = opened.plusDays(1);
            if (obligations.begins(first, today)) {
                Instant now = now();
                stand(unit, obligations.open(unit, first, today, now), List.of(), now);
            }
            books.openedTo(unit, today);
        }
    }

    /**
     * Makes what is owed for all opened periods what trees, people and documents say now. What counts for it and how it
     * stands is for the caller to work out.
     */
    void rewrite(UnitId unit) {
        LocalDate opened = books.hold(unit, NOTHING);
        Instant now = now();
        int moved = obligations.close(unit, NOTHING, opened, now).size()
                + obligations.open(unit, NOTHING, opened, now).size()
                + obligations.closeTriggered(unit, null, NOTHING, now).size()
                + obligations.openTriggered(unit, null, NOTHING, now).size();
        if (moved > FEW) {
            survey();
        }
    }

    /** Lets the planner know how much there is, where more was opened at once than there ever had been. */
    public void survey() {
        obligations.survey();
    }

    @EventListener
    void bearersChanged(BearersChanged changed) {
        LocalDate opened = books.hold(changed.unit(), NOTHING);
        if (!changed.from().isAfter(opened)) {
            settle(changed.unit(), changed.from(), opened);
        }
        setOff(changed.unit(), null, null, changed.from());
    }

    /** Holds the book of a unit alone until the transaction ends. */
    void hold(UnitId unit) {
        books.hold(unit, NOTHING);
    }

    /** Obligations that facts set off, and those whose trigger is gone. */
    void setOff(UnitId unit, Collection<UUID> come, Collection<UUID> gone) {
        setOff(unit, come, gone, NOTHING);
    }

    private void setOff(
            UnitId unit, @Nullable Collection<UUID> come, @Nullable Collection<UUID> gone, LocalDate since) {
        Instant now = now();
        List<UUID> closed = obligations.closeTriggered(unit, gone, since, now);
        stand(unit, obligations.openTriggered(unit, come, since, now), closed, now);
    }

    private void settle(UnitId unit, LocalDate first, LocalDate last) {
        Instant now = now();
        List<UUID> closed = obligations.close(unit, first, last, now);
        stand(unit, obligations.open(unit, first, last, now), closed, now);
    }

    private void stand(UnitId unit, List<UUID> opened, List<UUID> closed, Instant now) {
        if (opened.isEmpty() && closed.isEmpty()) {
            return;
        }
        boolean many = opened.size() + closed.size() > FEW;
        obligations.loops(!many);
        obligations.takeBack(unit, closed, now);
        if (many) {
            obligations.countMany(unit, opened);
        } else {
            obligations.count(unit, opened);
        }
        obligations.restand(unit, opened, closed);
        obligations.loops(true);
    }

    /** To the microsecond, as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

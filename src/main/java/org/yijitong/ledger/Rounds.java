package org.yijitong.ledger;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yijitong.organization.Units;
import org.yijitong.shared.UnitId;

/** Goes round all units, each in a transaction of its own: opens the periods that begin, folds the tallies. */
@Component
class Rounds {
    private final Units units;
    private final Openings openings;
    private final Tallies tallies;

    Rounds(Units units, Openings openings, Tallies tallies) {
        this.units = units;
        this.openings = openings;
        this.tallies = tallies;
    }

    /** After a start, and each day when it has begun. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "5 0 0 * * *", zone = "Asia/Shanghai")
    void open() {
        for (UnitId unit : units.all()) {
            openings.open(unit);
        }
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void fold() {
        for (UnitId unit : units.all()) {
            tallies.fold(unit);
        }
    }
}

package org.yijitong.ledger;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.yijitong.mechanism.MechanismsPublished;
import org.yijitong.organization.Units;
import org.yijitong.shared.UnitId;

/** Goes round all units, each in a transaction of its own: opens the periods that begin, folds the tallies. */
@Component
class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final AtomicBoolean fresh = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("counting").daemon().factory());
    private volatile boolean ready;
    private final Units units;
    private final Openings openings;
    private final Rebuild rebuild;
    private final Tallies tallies;

    Rounds(Units units, Openings openings, Rebuild rebuild, Tallies tallies) {
        this.units = units;
        this.openings = openings;
        this.rebuild = rebuild;
        this.tallies = tallies;
    }

    /** What was published counts for what happened before it, too: after a start, or beside the requests. */
    @TransactionalEventListener
    void published(MechanismsPublished published) {
        LOG.info("{} duties published", published.dutyVersions().size());
        fresh.set(true);
        if (ready) {
            worker.execute(this::count);
        }
    }

    /** After a start. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        open();
        ready = true;
        count();
    }

    private void count() {
        if (fresh.getAndSet(false)) {
            for (UnitId unit : units.all()) {
                rebuild.mend(unit, _ -> {});
            }
        }
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** Each day when it has begun. */
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

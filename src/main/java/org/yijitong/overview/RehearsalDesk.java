package org.yijitong.overview;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.yijitong.ledger.Rehearsals;
import org.yijitong.mechanism.Publications;
import org.yijitong.organization.Units;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/**
 * Has documents rehearsed beside the requests, one at a time. What comes of it is a thought and no record: it is kept
 * in memory for two hours, for whoever works for the same organization, and made again at any time.
 */
@Component
public class RehearsalDesk {
    private static final Duration KEPT = Duration.ofHours(2);
    private static final int MOST = 50;

    private final Rehearsals rehearsals;
    private final Publications publications;
    private final Units units;
    private final Days days;
    private final Clock clock;
    private final Uuid7 ids;
    private final Map<UUID, RehearsalRun> runs = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rehearsal").daemon().factory());

    RehearsalDesk(Rehearsals rehearsals, Publications publications, Units units, Days days, Clock clock, Uuid7 ids) {
        this.rehearsals = rehearsals;
        this.publications = publications;
        this.units = units;
        this.days = days;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Begins one.
     *
     * @param below whether the units below are read, too
     * @param year a calendar year that has begun, at most two years ago
     * @throws Invalid of the field {@code text} or {@code year}
     * @throws Refused when the same is published already, or too many wait
     */
    public UUID begin(Scope scope, boolean below, String text, int year) {
        int present = days.today().getYear();
        if (year > present || year < present - 2) {
            throw new Invalid("year", "overview.rehearsal.invalid.year", present - 2, present);
        }
        Publications.Checked checked = publications.check(text);
        if (!checked.faults().isEmpty()) {
            throw new Invalid(
                    "text", "mechanism.staging.faults", checked.faults().size());
        }
        if (checked.duties().isEmpty()) {
            throw new Refused("overview.rehearsal.same");
        }
        runs.values().removeIf(run -> run.begunBefore(clock.instant().minus(KEPT)));
        if (runs.size() >= MOST) {
            throw new Refused("overview.rehearsal.busy");
        }
        List<UnitId> read = below
                ? units.atOrBelow(scope.unit()).stream().map(Units.Unit::unitId).toList()
                : List.of(scope.unit());
        RehearsalRun run = new RehearsalRun(ids.next(), scope, text, year, read, clock.instant());
        runs.put(run.id(), run);
        worker.execute(() -> work(run));
        return run.id();
    }

    /** @throws NotFound when there is none, it is another organization's, or it was too long ago */
    public RehearsalRun find(Scope scope, UUID id) {
        RehearsalRun run = runs.get(id);
        if (run == null || !run.isOf(scope)) {
            throw new NotFound();
        }
        return run;
    }

    /** Stops it, if it is still under way. */
    public void stop(Scope scope, UUID id) {
        find(scope, id).end(RehearsalRun.State.STOPPED);
    }

    private void work(RehearsalRun run) {
        if (!run.went(0)) {
            return;
        }
        try {
            run.found(rehearsals.run(run.text(), run.year(), run.units(), run::went));
        } catch (CancellationException stopped) {
            // Whoever stopped it has said so.
            return;
        } finally {
            run.end(RehearsalRun.State.FAILED);
        }
    }

    @PreDestroy
    void close() {
        worker.shutdownNow();
    }
}

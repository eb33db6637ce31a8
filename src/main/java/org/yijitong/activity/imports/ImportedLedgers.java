package org.yijitong.activity.imports;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/**
 * Ledgers that were written down: which there are, what each wrote, and taking one back as a whole, beside the requests,
 * one at a time. Seen by whoever reaches as far as those who brought them in.
 */
@Component
public class ImportedLedgers {
    private static final int LONGEST_REASON = 500;
    /** So long it is told why one was not taken back. */
    private static final Duration KEPT = Duration.ofHours(4);

    private final ImportedLedgerStore store;
    private final LedgerUndoing undoing;
    private final Clock clock;
    private final Map<UUID, LedgerUndo> runs = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledgers-back").daemon().factory());

    ImportedLedgers(ImportedLedgerStore store, LedgerUndoing undoing, Clock clock) {
        this.store = store;
        this.undoing = undoing;
        this.clock = clock;
    }

    /**
     * Some of them, the latest first.
     *
     * @param next where the next page begins; empty when this is the last
     */
    public record Shelf(List<ImportedLedger> ledgers, String next) {}

    /** @param after where it begins, as {@link Shelf#next} says; anything else is the beginning */
    @Transactional(readOnly = true)
    public Shelf page(Scope scope, String after, int size) {
        List<ImportedLedger> found = store.page(scope, Ids.read(after).orElse(null), size + 1);
        return found.size() <= size
                ? new Shelf(found, "")
                : new Shelf(
                        found.subList(0, size), found.get(size - 1).importId().toString());
    }

    /** One, if the scope reaches as far. */
    @Transactional(readOnly = true)
    public Optional<ImportedLedger> look(Scope scope, UUID id) {
        return store.find(scope, id);
    }

    /** @throws NotFound when there is none, or the scope does not reach as far */
    @Transactional(readOnly = true)
    public ImportedLedger find(Scope scope, UUID id) {
        return store.find(scope, id).orElseThrow(NotFound::new);
    }

    /** How many of its records were not withdrawn since. */
    @Transactional(readOnly = true)
    public int standing(Scope scope, UUID id) {
        return store.standing(scope.unit(), find(scope, id).importId()).size();
    }

    /** Records on which something rests by now, the earliest first. */
    @Transactional(readOnly = true)
    public List<Resting> resting(Scope scope, UUID id, int limit) {
        return undoing.resting(scope, find(scope, id).importId(), limit);
    }

    /** How far taking it back is, or why it was not done lately. */
    @Transactional(readOnly = true)
    public Optional<LedgerUndo> undoing(Scope scope, UUID id) {
        return Optional.ofNullable(runs.get(find(scope, id).importId()));
    }

    /**
     * Takes one back as a whole, soon; nothing new happens while that is being done.
     *
     * @throws Invalid of the field {@code reason}
     * @throws Refused when it was taken back before, nothing of it is left, or something rests on it
     */
    @Transactional
    public void undo(Scope scope, UUID id, String reason) {
        ImportedLedger ledger = find(scope, id);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Invalid("reason", "activity.invalid.reason", LONGEST_REASON);
        }
        LedgerUndo before = runs.get(id);
        if (before != null && before.state() == LedgerUndo.State.RUNNING) {
            return;
        }
        undoing.require(scope, ledger);
        runs.values()
                .removeIf(each -> each.state() != LedgerUndo.State.RUNNING
                        && each.begunBefore(clock.instant().minus(KEPT)));
        LedgerUndo run = new LedgerUndo(scope, id, reason.strip(), clock.instant());
        if (before == null ? runs.putIfAbsent(id, run) == null : runs.replace(id, before, run)) {
            worker.execute(() -> work(run, ledger));
        }
    }

    /** Stops taking it back; every record counts as before then. */
    @Transactional(readOnly = true)
    public void stop(Scope scope, UUID id) {
        undoing(scope, id).ifPresent(run -> run.end(LedgerUndo.State.STOPPED));
    }

    private void work(LedgerUndo run, ImportedLedger ledger) {
        try {
            undoing.undo(run, ledger);
            run.end(LedgerUndo.State.DONE);
            runs.remove(run.id(), run);
        } catch (CancellationException stopped) {
            // Whoever stopped it has said so.
            return;
        } catch (Refused refused) {
            run.refuse(refused);
        } finally {
            run.end(LedgerUndo.State.FAILED);
        }
    }

    @PreDestroy
    void close() {
        worker.shutdownNow();
    }
}

package org.yijitong.activity.imports;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.BulkRecords;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.RestedOn;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/**
 * Takes a whole import back in one transaction; whatever stops it, every record counts as before. First all records are
 * held and withdrawn, then what they counted for is taken back: so that nobody who changes one record and waits for the
 * book of the unit can be waited for.
 */
@Component
class LedgerUndoing {
    private static final int SHARE = 2_000;
    private static final int NAMED = 3;

    private final ImportedLedgerStore store;
    private final BulkRecords records;
    private final RestedOn rested;
    private final Audit audit;
    private final Clock clock;

    LedgerUndoing(ImportedLedgerStore store, BulkRecords records, RestedOn rested, Audit audit, Clock clock) {
        this.store = store;
        this.rested = rested;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes sure that it can be taken back.
     *
     * @throws Refused when it was before, nothing of it is left, or something rests on it
     */
    void require(Scope scope, ImportedLedger ledger) {
        UUID id = ledger.importId();
        if (ledger.isUndone()) {
            throw new Refused("activity.imported.refused.undone");
        }
        if (store.standing(scope.unit(), id).isEmpty()) {
            throw new Refused("activity.imported.refused.nothing");
        }
        List<Resting> resting = resting(scope, id, NAMED);
        if (!resting.isEmpty()) {
            throw new Refused(
                    "activity.imported.refused.rests",
                    resting.getFirst().all(),
                    resting.stream()
                            .map(each -> (each.heldOn() + " " + each.title()).strip())
                            .collect(Collectors.joining("; ")));
        }
    }

    /** Records on which something rests by now, the earliest first. */
    List<Resting> resting(Scope scope, UUID id, int limit) {
        List<RecordId> standing = store.standing(scope.unit(), id);
        return store.resting(scope.unit(), id, rested.among(scope.unit(), standing), limit);
    }

    /**
     * Takes it back.
     *
     * @throws Refused when something came to rest on it meanwhile
     * @throws CancellationException when it was stopped
     */
    @Transactional
    void undo(LedgerUndo run, ImportedLedger ledger) {
        Scope scope = run.scope();
        List<RecordId> standing = records.hold(scope, run.id());
        require(scope, ledger);
        run.measure(2 * standing.size());
        share(run, standing, some -> records.withdraw(scope, run.id(), some, run.reason()));
        share(run, standing, some -> records.discount(scope, some));
        store.undo(scope, run.id(), run.reason(), standing.size(), clock.instant());
        audit.record(
                scope,
                "records.undone",
                "ledger",
                run.id(),
                Map.of("records", standing.size(), "file", ledger.fileName()));
        if (!run.seal()) {
            throw new CancellationException();
        }
    }

    private static void share(LedgerUndo run, List<RecordId> all, Consumer<List<RecordId>> work) {
        for (int from = 0; from < all.size(); from += SHARE) {
            List<RecordId> some = all.subList(from, Math.min(from + SHARE, all.size()));
            work.accept(some);
            if (!run.went(some.size())) {
                throw new CancellationException();
            }
        }
    }
}

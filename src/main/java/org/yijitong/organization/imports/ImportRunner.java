package org.yijitong.organization.imports;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.organization.IdentityVault;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/** Checks imports beside the requests, one at a time, so that one file's memory bounds them all. */
@Component
public class ImportRunner {
    /** Work that has said nothing for so long is in no process any more. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final ImportStore imports;
    private final ImportRowStore rows;
    private final ImportMatchStore matching;
    private final IdentityVault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Days days;
    private final Uuid7 ids;
    private final Set<ImportId> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-", 1).daemon().factory());

    public ImportRunner(
            ImportStore imports,
            ImportRowStore rows,
            ImportMatchStore matching,
            IdentityVault vault,
            TransactionTemplate transaction,
            Clock clock,
            Days days,
            Uuid7 ids) {
        this.imports = imports;
        this.rows = rows;
        this.matching = matching;
        this.vault = vault;
        this.transaction = transaction;
        this.clock = clock;
        this.days = days;
        this.ids = ids;
    }

    /** Has an import in state READING checked soon. Call after the transaction that put it there. */
    public void start(Scope scope, ImportId id) {
        if (running.add(id)) {
            worker.execute(() -> check(scope, id));
        }
    }

    /**
     * Takes up again what a process that is gone left under way: its work has been silent too long, and nobody here does
     * it. A page that shows an import calls this.
     */
    public void resume(Scope scope, Import found) {
        boolean silent = found.beatAt().isBefore(clock.instant().minus(SILENCE));
        if (found.state() == ImportState.READING && silent) {
            start(scope, found.importId());
        }
    }

    /** Checks an import, now and in this thread. */
    public void check(Scope scope, ImportId id) {
        try {
            if (inUnit(() -> imports.find(scope, id)).orElseThrow().state() != ImportState.READING) {
                return;
            }
            ImportWork.Result result = read(scope, id);
            transaction.executeWithoutResult(_ -> finish(scope, id, result));
        } catch (UnreadableWorkbook unreadable) {
            refuse(
                    scope,
                    id,
                    unreadable.messageKey(),
                    unreadable.args().stream().map(String::valueOf).toList());
        } catch (CancellationException cancelled) {
            transaction.executeWithoutResult(_ -> rows.clear(scope.unit(), id));
        } catch (RuntimeException fault) {
            refuse(scope, id, "imports.refused.fault", List.of());
            throw fault;
        } finally {
            running.remove(id);
        }
    }

    private ImportWork.Result read(Scope scope, ImportId id) {
        byte[] file = vault.openBytes(inUnit(() -> imports.file(scope.unit(), id)));
        transaction.executeWithoutResult(_ -> rows.clear(scope.unit(), id));
        RowReader reader = inUnit(() -> new RowReader(
                new KnownBranches(rows.names(scope, days.today()), rows.rememberedBranches(scope.unit())),
                new Fixes(rows.fixes(scope.unit(), id)),
                vault,
                ids,
                days.today()));
        return new ImportWork(
                        reader, inUnit(() -> rows.rememberedHeadings(scope.unit())), staging(scope.unit(), id), clock)
                .read(file);
    }

    private void finish(Scope scope, ImportId id, ImportWork.Result result) {
        if (result.people() == 0) {
            imports.refuse(scope.unit(), id, "imports.refused.nobody", List.of(), clock.instant());
            return;
        }
        if (!imports.beat(scope.unit(), id, "matching", result.people(), result.people(), clock.instant())) {
            rows.clear(scope.unit(), id);
            return;
        }
        Import found = imports.find(scope, id).orElseThrow();
        matching.match(scope, id, found.effectiveOn());
        imports.found(scope.unit(), id, result.format().name(), result.sheets(), result.skipped());
        imports.go(scope.unit(), id, List.of(ImportState.READING), ImportState.CHECKED, clock.instant());
    }

    private void refuse(Scope scope, ImportId id, String key, List<String> arguments) {
        transaction.executeWithoutResult(_ -> {
            rows.clear(scope.unit(), id);
            imports.refuse(scope.unit(), id, key, arguments, clock.instant());
        });
    }

    private <T> T inUnit(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** Keeps each batch in a transaction of its own: staging is not the roster, and progress must be seen. */
    private ImportWork.Sink staging(UnitId unit, ImportId id) {
        return new ImportWork.Sink(
                columns -> transaction.executeWithoutResult(_ -> rows.keepColumns(unit, id, columns)),
                batch -> transaction.executeWithoutResult(_ -> rows.add(unit, id, batch)),
                (permille, done) -> inUnit(() ->
                        imports.beat(unit, id, "reading", done, done * 1000 / Math.max(1, permille), clock.instant())));
    }
}

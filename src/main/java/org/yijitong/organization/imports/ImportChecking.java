package org.yijitong.organization.imports;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.organization.IdentityVault;
import org.yijitong.shared.Days;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/** Checks one import: reads its file, keeps its rows, compares them with the roster. */
@Component
class ImportChecking {
    private final ImportStore imports;
    private final ImportRowStore rows;
    private final ImportMatchStore matching;
    private final IdentityVault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Days days;
    private final Uuid7 ids;

    ImportChecking(
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

    void check(Scope scope, ImportId id) {
        try {
            if (inUnit(() -> imports.find(scope, id)).orElseThrow().state() != ImportState.READING) {
                return;
            }
            ImportWork.Result result = read(scope, id);
            if (result.people() == 0) {
                refuse(scope, id, "imports.refused.nobody", List.of());
                return;
            }
            compare(scope, id, result);
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

    private void compare(Scope scope, ImportId id, ImportWork.Result result) {
        int people = result.people();
        if (!inUnit(() -> imports.beat(scope.unit(), id, "matching", people, people, clock.instant()))) {
            throw new CancellationException("cancelled by a person");
        }
        transaction.executeWithoutResult(_ -> matching.know(scope));
        transaction.executeWithoutResult(_ -> {
            Import found = imports.find(scope, id).orElseThrow();
            matching.match(scope, id, found.effectiveOn());
            imports.found(scope.unit(), id, result.format().name(), result.sheets(), result.skipped());
            if (!imports.go(scope.unit(), id, List.of(ImportState.READING), ImportState.CHECKED, clock.instant())) {
                throw new CancellationException("cancelled by a person at the last moment");
            }
        });
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

    /** Keeps each batch in a transaction of its own: staging is not the roster, and progress must be seen. */
    private ImportWork.Sink staging(UnitId unit, ImportId id) {
        return new ImportWork.Sink(
                columns -> transaction.executeWithoutResult(_ -> rows.keepColumns(unit, id, columns)),
                batch -> transaction.executeWithoutResult(_ -> rows.add(unit, id, batch)),
                (permille, done) -> inUnit(() ->
                        imports.beat(unit, id, "reading", done, done * 1000 / Math.max(1, permille), clock.instant())));
    }
}

package org.yijitong.organization.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.audit.Audit;
import org.yijitong.organization.BearersChanged;
import org.yijitong.organization.PersonTokens;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/**
 * Takes an import back as a whole, in one transaction; whatever stops it, the import is in as before. How far it is is
 * told in transactions beside it, by which it also learns that it was stopped.
 */
@Component
class ImportUndoing {
    private final ImportStore imports;
    private final ImportApplyStore applying;
    private final ImportUndoStore undoing;
    private final PersonTokens tokens;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate beside;

    ImportUndoing(
            ImportStore imports,
            ImportApplyStore applying,
            ImportUndoStore undoing,
            PersonTokens tokens,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.applying = applying;
        this.undoing = undoing;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.beside = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** Takes back an import in state UNDOING. */
    void undo(Scope scope, ImportId id) {
        try {
            transaction.executeWithoutResult(_ -> imports.find(scope, id)
                    .filter(found -> found.state() == ImportState.UNDOING)
                    .ifPresent(found -> takeBack(scope, found)));
        } catch (Refused used) {
            keep(scope, id, "imports.kept.used");
        } catch (CancellationException stopped) {
            // Whoever stopped it has put it back into its state.
            return;
        } catch (RuntimeException fault) {
            keep(scope, id, "imports.kept.fault");
            throw fault;
        }
    }

    /** It is in as before, with the reason why it was not taken back. */
    void keep(Scope scope, ImportId id, String why) {
        transaction.executeWithoutResult(_ -> imports.keep(scope.unit(), id, why, clock.instant()));
    }

    private void takeBack(Scope scope, Import found) {
        ImportId id = found.importId();
        Instant applied = Objects.requireNonNull(found.finishedAt());
        undoing.requireUnused(scope, id, applied);
        tell(scope, id, 10);
        Instant now = clock.instant();
        applying.planAnew();
        undoing.restoreBelonging(scope, id, applied, now);
        tell(scope, id, 40);
        undoing.removeAdded(scope, id, now);
        tell(scope, id, 60);
        undoing.restoreChanged(scope, id);
        tokens.renameAll(scope.unit(), undoing.renamed(scope, id));
        undoing.note(scope, id, now);
        tell(scope, id, 80);
        events.publishEvent(new BearersChanged(scope.unit(), LocalDate.EPOCH));
        if (!imports.go(scope.unit(), id, List.of(ImportState.UNDOING), ImportState.UNDONE, now)) {
            throw new CancellationException("stopped by a person at the last moment");
        }
        audit.record(scope, "import.undone", "import", id.value(), Map.of());
    }

    private void tell(Scope scope, ImportId id, int percent) {
        if (!Boolean.TRUE.equals(
                beside.execute(_ -> imports.beat(scope.unit(), id, "undoing", percent, 100, clock.instant())))) {
            throw new CancellationException("stopped by a person");
        }
    }
}

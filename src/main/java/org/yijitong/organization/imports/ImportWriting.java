package org.yijitong.organization.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.audit.Audit;
import org.yijitong.organization.BearersChanged;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/**
 * Puts a checked import into the roster as a whole, in one transaction. How far it is is told in transactions beside it,
 * by which it also learns that it was stopped.
 */
@Component
class ImportWriting {
    /** Lines whose names are indexed between two words about progress. */
    private static final int PORTION = 5_000;

    private final ImportStore imports;
    private final ImportRowStore rows;
    private final ImportMatchStore matching;
    private final ImportApplyStore applying;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate beside;

    ImportWriting(
            ImportStore imports,
            ImportRowStore rows,
            ImportMatchStore matching,
            ImportApplyStore applying,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.rows = rows;
        this.matching = matching;
        this.applying = applying;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.beside = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /** Puts an import in state APPLYING in; whatever goes wrong, the roster is as it was. */
    void apply(Scope scope, ImportId id) {
        try {
            transaction.executeWithoutResult(_ -> imports.find(scope, id)
                    .filter(found -> found.state() == ImportState.APPLYING)
                    .ifPresent(found -> putIn(scope, found)));
        } catch (CancellationException stopped) {
            transaction.executeWithoutResult(_ -> rows.clear(scope.unit(), id));
        } catch (Refused | DataIntegrityViolationException changed) {
            giveBack(scope, id, "imports.back.changed");
        } catch (RuntimeException fault) {
            giveBack(scope, id, "imports.back.fault");
            throw fault;
        }
    }

    /** It waits for a person again, compared anew with the roster, which is as it was. */
    void giveBack(Scope scope, ImportId id, String why) {
        transaction.executeWithoutResult(_ -> {
            if (imports.giveBack(scope.unit(), id, why, clock.instant())) {
                matching.match(scope, id, imports.find(scope, id).orElseThrow().effectiveOn());
            }
        });
    }

    private void putIn(Scope scope, Import found) {
        ImportId id = found.importId();
        LocalDate on = found.effectiveOn();
        requireUnchanged(scope, id, on);
        tell(scope, id, 10);
        Instant recorded = clock.instant();
        applying.addPeople(scope, id);
        applying.planAnew();
        applying.amendPeople(scope, id);
        tell(scope, id, 20);
        applying.addBelonging(scope, id, on, recorded);
        applying.moveBelonging(scope, id, on, recorded);
        tell(scope, id, 30);
        Map<Verdict, Integer> counts = rows.counts(scope.unit(), id);
        index(scope, id, counts.values().stream().mapToInt(Integer::intValue).sum());
        if (applying.keepNumbers(scope, id) != applying.numbersGiven(scope, id)) {
            throw new Refused("imports.back.changed");
        }
        applying.note(scope, id, on, recorded);
        if (!imports.go(scope.unit(), id, List.of(ImportState.APPLYING), ImportState.APPLIED, recorded)) {
            throw new CancellationException("stopped by a person at the last moment");
        }
        events.publishEvent(new BearersChanged(scope.unit(), LocalDate.EPOCH));
        audit.record(scope, "import.applied", "import", id.value(), Map.of("rows", counts));
    }

    /** What was shown is what happens: nothing of the roster has changed since the check, or nothing is written. */
    private void requireUnchanged(Scope scope, ImportId id, LocalDate on) {
        String shown = matching.fingerprint(scope, id);
        matching.match(scope, id, on);
        if (!shown.equals(matching.fingerprint(scope, id))) {
            throw new Refused("imports.back.changed");
        }
    }

    private void index(Scope scope, ImportId id, int lines) {
        applying.forgetNames(scope, id);
        for (int line = 0; line < lines; line += PORTION) {
            applying.index(scope, id, line, line + PORTION);
            tell(scope, id, 30 + (int) (60L * Math.min(lines, line + PORTION) / lines));
        }
    }

    private void tell(Scope scope, ImportId id, int percent) {
        if (!Boolean.TRUE.equals(
                beside.execute(_ -> imports.beat(scope.unit(), id, "applying", percent, 100, clock.instant())))) {
            throw new CancellationException("stopped by a person");
        }
    }
}

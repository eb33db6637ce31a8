package org.yijitong.activity.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.Records;
import org.yijitong.audit.Audit;
import org.yijitong.shared.UnitId;

/** Writes a whole ledger down in one transaction: all of it or nothing. */
@Component
class LedgerWriting {
    private final LedgerStore store;
    private final Records records;
    private final Audit audit;

    LedgerWriting(LedgerStore store, Records records, Audit audit) {
        this.store = store;
        this.records = records;
        this.audit = audit;
    }

    /** Tells a ledger who belonged to the organization in its time, and what is recorded of it by now. */
    @Transactional(readOnly = true)
    void look(LedgerImport ledger) {
        UnitId unit = ledger.scope().unit();
        ledger.knows(
                store.people(unit, ledger.organization(), ledger.day(true), ledger.day(false)),
                store.held(unit, ledger.organization(), ledger.day(true), ledger.day(false)));
    }

    /** @throws CancellationException when it was stopped; nothing is written then */
    @Transactional
    void write(LedgerImport ledger, List<LedgerLine> lines) {
        int written = 0;
        for (LedgerLine line : lines) {
            records.record(ledger.scope(), ledger.organization(), Objects.requireNonNull(line.draft()));
            if (!ledger.went(++written)) {
                throw new CancellationException();
            }
        }
        audit.record(
                ledger.scope(),
                "records.imported",
                "organization",
                ledger.organization().value(),
                Map.of("records", written, "file", ledger.fileName()));
        if (!ledger.seal()) {
            throw new CancellationException();
        }
    }
}

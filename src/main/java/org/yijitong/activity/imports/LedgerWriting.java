package org.yijitong.activity.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.yijitong.activity.BulkRecords;
import org.yijitong.activity.BulkRecords.Held;
import org.yijitong.activity.imports.LedgerLine.Becoming;
import org.yijitong.audit.Audit;
import org.yijitong.ledger.Fact;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.UnitId;

/** Writes a whole ledger down in one transaction: all of it or nothing. */
@Component
class LedgerWriting {
    /** Small enough to show progress and to be stopped. */
    private static final int SHARE = 2_000;
    /** So many are counted together: all that the unit owes in their time is read for each share. */
    private static final int COUNTED = 10_000;

    private final LedgerStore store;
    private final ImportedLedgerStore imported;
    private final BulkRecords records;
    private final Audit audit;
    private final Clock clock;

    LedgerWriting(LedgerStore store, ImportedLedgerStore imported, BulkRecords records, Audit audit, Clock clock) {
        this.store = store;
        this.imported = imported;
        this.clock = clock;
        this.records = records;
        this.audit = audit;
    }

    /** Tells a ledger who belonged to its organizations in its time, and what is recorded of them by now. */
    @Transactional(readOnly = true)
    void look(LedgerImport ledger) {
        UnitId unit = ledger.scope().unit();
        LocalDate first = ledger.day(true);
        LocalDate last = ledger.day(false);
        LedgerKnowledge known = LedgerKnowledge.of(ledger.organization(), store.named(ledger.scope(), first, last));
        Set<OrganizationId> spokenOf = ledger.meetings().stream()
                .flatMap(meeting -> known.organization(meeting).stream())
                .collect(Collectors.toSet());
        ledger.knows(known.with(store.people(unit, spokenOf, first, last), store.held(unit, spokenOf, first, last)));
    }

    /**
     * Writes down what is new, unless one line cannot be taken: then nothing is written.
     *
     * @return the fault of each line that cannot be taken, by its place in the file
     * @throws CancellationException when it was stopped; nothing is written then
     */
    @Transactional
    Map<Integer, Invalid.Fault> write(LedgerImport ledger) {
        List<LedgerLine> lines = ledger.lines();
        List<Integer> fresh = fresh(lines);
        if (!fresh.isEmpty()) {
            imported.add(ledger, fresh.size(), clock.instant());
        }
        Map<Integer, Invalid.Fault> faults = new TreeMap<>();
        Map<UUID, List<Fact>> facts = new HashMap<>();
        for (int from = 0; from < fresh.size(); from += SHARE) {
            List<Integer> share = fresh.subList(from, Math.min(from + SHARE, fresh.size()));
            List<Held> held = share.stream().map(i -> held(lines.get(i))).toList();
            BulkRecords.Written written = records.record(ledger.scope(), ledger.id(), held);
            written.faults().forEach((place, fault) -> faults.put(share.get(place), fault));
            facts.putAll(written.facts());
            goOn(ledger, (from + share.size()) / 2);
        }
        if (fresh.isEmpty() || !faults.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return faults;
        }
        count(ledger, facts);
        note(ledger, fresh.stream().map(lines::get).toList());
        if (!ledger.seal()) {
            throw new CancellationException();
        }
        return faults;
    }

    private static void goOn(LedgerImport ledger, int done) {
        if (!ledger.went(done)) {
            throw new CancellationException();
        }
    }

    /** Counting is half of the work, and only at its end is the book of the unit held. */
    private void count(LedgerImport ledger, Map<UUID, List<Fact>> facts) {
        List<Map.Entry<UUID, List<Fact>>> all = List.copyOf(facts.entrySet());
        for (int from = 0; from < all.size(); from += COUNTED) {
            List<Map.Entry<UUID, List<Fact>>> share = all.subList(from, Math.min(from + COUNTED, all.size()));
            records.count(
                    ledger.scope(), share.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
            goOn(ledger, (all.size() + from + share.size()) / 2);
        }
    }

    private static List<Integer> fresh(List<LedgerLine> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).verdict() == Becoming.NEW)
                .boxed()
                .toList();
    }

    private static Held held(LedgerLine line) {
        return new Held(Objects.requireNonNull(line.organization()), Objects.requireNonNull(line.draft()));
    }

    private void note(LedgerImport ledger, List<LedgerLine> written) {
        Map<OrganizationId, Long> each = written.stream()
                .collect(Collectors.groupingBy(
                        line -> Objects.requireNonNull(line.organization()), Collectors.counting()));
        audit.record(
                ledger.scope(),
                "records.imported",
                "organization",
                each.entrySet().stream()
                        .collect(Collectors.toMap(
                                organization -> organization.getKey().value(),
                                organization -> Map.of(
                                        "records",
                                        organization.getValue(),
                                        "file",
                                        ledger.fileName(),
                                        "import",
                                        ledger.id().toString()))));
    }
}

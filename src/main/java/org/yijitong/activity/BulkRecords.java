package org.yijitong.activity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.ledger.Fact;
import org.yijitong.ledger.Ledger;
import org.yijitong.organization.Companies;
import org.yijitong.organization.Companies.Occasion;
import org.yijitong.organization.Company;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** Writes down very many records at once, each as {@link Records} would, within the transaction of whoever brings them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BulkRecords {
    private final RecordStore store;
    private final Companies companies;
    private final Ledger ledger;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;
    private final Days days;

    BulkRecords(RecordStore store, Companies companies, Ledger ledger, Audit audit, Uuid7 ids, Clock clock, Days days) {
        this.store = store;
        this.companies = companies;
        this.ledger = ledger;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.days = days;
    }

    /**
     * What an organization held.
     *
     * @param draft without other sides
     */
    public record Held(OrganizationId host, Draft draft) {
        Occasion occasion() {
            return new Occasion(host, draft.occasion().day());
        }
    }

    /**
     * What came of writing down.
     *
     * @param faults the first fault of each that cannot be taken, by its place in the list: then none is written
     * @param facts what each record tells the ledger, for {@link #count}
     */
    public record Written(Map<Integer, Invalid.Fault> faults, Map<UUID, List<Fact>> facts) {}

    /**
     * Writes them down, unless one cannot be taken: then none is. They do not count yet.
     *
     * @param imported the import that writes them
     * @throws IllegalArgumentException for a draft with other sides: those have to be asked
     */
    public Written record(Scope scope, UUID imported, List<Held> held) {
        Map<Occasion, Company> there =
                companies.each(scope, held.stream().map(Held::occasion).collect(Collectors.toSet()));
        Map<Integer, Invalid.Fault> faults = new TreeMap<>();
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            try {
                said.add(said(held.get(i), there));
            } catch (Invalid invalid) {
                faults.put(i, invalid.faults().values().iterator().next());
            }
        }
        if (!faults.isEmpty()) {
            return new Written(faults, Map.of());
        }
        write(scope, imported, said);
        return new Written(
                faults,
                said.stream().collect(Collectors.toMap(each -> each.record().value(), Said::facts)));
    }

    /**
     * Lets records count that were written down. For very many new facts all that is owed in their time is read once: the
     * more records at once, the less is read for each. Holds the book of the unit from here on.
     */
    public void count(Scope scope, Map<UUID, List<Fact>> facts) {
        ledger.restate(scope, Records.SOURCE, facts);
    }

    private Said said(Held held, Map<Occasion, Company> there) {
        Draft draft = held.draft();
        if (!draft.sides().equals(Draft.Sides.NONE)) {
            throw new IllegalArgumentException("other sides have to be asked one by one");
        }
        DraftRules.check(draft, days.today());
        Company company = there.get(held.occasion());
        if (company == null) {
            throw new Invalid("day", "activity.invalid.notThere");
        }
        DraftRules.check(draft, List.of(company));
        return new Said(
                new RecordId(ids.next()), 1, clock.instant(), null, draft, Gathering.of(draft, List.of(company)));
    }

    private void write(Scope scope, UUID imported, List<Said> said) {
        store.planAnew();
        store.begin(scope, said, imported);
        store.addVersions(scope, said);
        audit.record(
                scope,
                "record.made",
                Records.SOURCE,
                said.stream().collect(Collectors.toMap(each -> each.record().value(), Said::detail)));
    }

    /** The records of an import that stand. Nobody changes one until the transaction ends. */
    public List<RecordId> hold(Scope scope, UUID imported) {
        return store.hold(scope.unit(), imported);
    }

    /**
     * Takes records of an import back that are held. They count until {@link #discount}: that holds the book of the unit,
     * which whoever changes a record asks for last.
     */
    public void withdraw(Scope scope, UUID imported, List<RecordId> records, String reason) {
        store.withdrawHeld(scope, records, reason, clock.instant());
        store.removeTokens(scope.unit(), records);
        audit.record(
                scope,
                "record.withdrawn",
                Records.SOURCE,
                records.stream()
                        .collect(Collectors.toMap(RecordId::value, _ -> Map.of("import", imported.toString()))));
    }

    /** Takes back what withdrawn records counted for. */
    public void discount(Scope scope, List<RecordId> records) {
        count(scope, records.stream().collect(Collectors.toMap(RecordId::value, _ -> List.of())));
    }
}

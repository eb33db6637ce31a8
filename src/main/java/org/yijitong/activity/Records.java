package org.yijitong.activity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.ledger.Foresight;
import org.yijitong.ledger.Ledger;
import org.yijitong.ledger.Outlook;
import org.yijitong.ledger.Source;
import org.yijitong.organization.Companies;
import org.yijitong.organization.Company;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** Writing down what was held. Each verb is one transaction: the record, the log, the ledger, and all it counts for. */
@Component
@Transactional
public class Records {
    /** What the ledger and the log call a record. */
    static final String SOURCE = "record";

    private final RecordStore store;
    private final Companies companies;
    private final Profiles profiles;
    private final Ledger ledger;
    private final Foresight foresight;
    private final Invitations invitations;
    private final UnitNames units;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;
    private final Days days;

    Records(
            RecordStore store,
            Companies companies,
            Profiles profiles,
            Ledger ledger,
            Foresight foresight,
            Invitations invitations,
            UnitNames units,
            Audit audit,
            Uuid7 ids,
            Clock clock,
            Days days) {
        this.store = store;
        this.companies = companies;
        this.profiles = profiles;
        this.ledger = ledger;
        this.foresight = foresight;
        this.invitations = invitations;
        this.units = units;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Writes down an activity of an organization.
     *
     * @throws Invalid with every field that cannot be taken
     * @throws Refused when the organization was no more on that day
     */
    public RecordId record(Scope scope, OrganizationId host, Draft draft) {
        Gathering gathering = gather(scope, host, draft);
        RecordId id = new RecordId(ids.next());
        Said said = new Said(id, 1, clock.instant(), null, draft, gathering);
        store.begin(scope, List.of(said), null);
        store.addVersions(scope, List.of(said));
        audit.record(scope, "record.made", SOURCE, id.value(), said.detail());
        ledger.restate(scope, source(id), said.facts());
        invitations.send(scope, id, gathering.host().company().name(), draft, List.of());
        return id;
    }

    /**
     * Writes a record anew.
     *
     * @param revision the revision that was read
     * @throws Refused when it was corrected or withdrawn meanwhile
     */
    public void correct(Scope scope, RecordId id, int revision, Draft draft, String reason) {
        Gathering gathering = gather(scope, require(scope, id), draft);
        List<Draft.Guest> before = store.guests(scope.unit(), id, revision);
        if (!store.revise(scope.unit(), id, revision, draft)) {
            throw new Refused("activity.refused.changedMeanwhile");
        }
        store.removeTokens(scope.unit(), List.of(id));
        store.addVersions(scope, List.of(new Said(id, revision + 1, clock.instant(), reason, draft, gathering)));
        audit.record(scope, "record.corrected", "record", id.value(), Map.of("revision", revision + 1));
        ledger.restate(scope, source(id), ActivityFacts.of(draft, gathering));
        invitations.send(scope, id, gathering.host().company().name(), draft, before);
    }

    /** Takes a record back, with everything it counted for. It stays readable. */
    public void withdraw(Scope scope, RecordId id, int revision, String reason) {
        require(scope, id);
        if (reason.isBlank() || reason.length() > 500) {
            throw new Invalid("reason", "activity.invalid.reason", 500);
        }
        if (!store.withdraw(scope, id, revision, reason, clock.instant())) {
            throw new Refused("activity.refused.changedMeanwhile");
        }
        store.removeTokens(scope.unit(), List.of(id));
        audit.record(scope, "record.withdrawn", "record", id.value(), Map.of("revision", revision + 1));
        ledger.restate(scope, source(id), List.of());
        invitations.takeBack(scope, id, store.guests(scope.unit(), id, revision));
    }

    /**
     * What a draft would count for.
     *
     * @param replacing the record it would correct
     */
    @Transactional(readOnly = true)
    public Outlook outlook(Scope scope, OrganizationId host, @Nullable RecordId replacing, Draft draft) {
        Gathering gathering = gather(scope, host, draft);
        return foresight.of(
                scope,
                java.util.Optional.ofNullable(replacing).map(Records::source),
                ActivityFacts.of(draft, gathering));
    }

    static Source source(RecordId id) {
        return new Source(SOURCE, id.value());
    }

    private OrganizationId require(Scope scope, RecordId id) {
        return store.host(scope, id).orElseThrow(NotFound::new);
    }

    private Gathering gather(Scope scope, OrganizationId host, Draft draft) {
        DraftRules.check(draft, days.today());
        List<Draft.Guest> guests = draft.sides().guests();
        if (!guests.isEmpty()
                && !units.all()
                        .keySet()
                        .containsAll(guests.stream().map(Draft.Guest::unit).toList())) {
            throw new Invalid("guests", "activity.invalid.choice");
        }
        List<Company> around = companies.around(
                scope, host, draft.sides().own(), draft.occasion().day());
        if (around.isEmpty()) {
            throw notThere(scope, host, draft);
        }
        DraftRules.check(draft, around);
        return Gathering.of(draft, around);
    }

    private RuntimeException notThere(Scope scope, OrganizationId host, Draft draft) {
        Profiles.Life life = profiles.life(scope, host);
        return draft.occasion().day().isBefore(life.founded())
                ? new Invalid("day", "activity.invalid.beforeFounded", life.name(), life.founded())
                : new Refused("activity.refused.closed", life.name(), life.closed());
    }
}

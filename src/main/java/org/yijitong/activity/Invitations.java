package org.yijitong.activity;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.ledger.Ledger;
import org.yijitong.ledger.Source;
import org.yijitong.organization.Companies;
import org.yijitong.organization.Company;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/**
 * The sides of a joint activity that confirm for themselves: asked when the host records, answered by their own
 * secretary, counted on the day it was held.
 */
@Component
@Transactional
public class Invitations {
    private final InvitationStore store;
    private final Companies companies;
    private final Ledger ledger;
    private final Audit audit;
    private final Clock clock;

    Invitations(InvitationStore store, Companies companies, Ledger ledger, Audit audit, Clock clock) {
        this.store = store;
        this.companies = companies;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that wait for an answer within reach: to a branch those that name it, to the top of a unit all. */
    @Transactional(readOnly = true)
    public List<Invitation> open(Scope scope) {
        return store.open(scope);
    }

    /** @throws NotFound when there is none, or it names nobody within reach */
    @Transactional(readOnly = true)
    public Invitation find(Scope scope, UUID invitation) {
        return store.find(scope, invitation).orElseThrow(NotFound::new);
    }

    /** What the guests of a record answered: true for yes; those who have not answered are absent. */
    @Transactional(readOnly = true)
    public Map<Draft.Guest, Boolean> answers(Scope scope, RecordId record) {
        return store.answers(scope.unit(), record).stream()
                .collect(Collectors.toMap(
                        answer -> new Draft.Guest(answer.guestUnitId(), answer.name()),
                        InvitationStore.GuestAnswer::tookPart));
    }

    /**
     * Says who took part. Everyone who belongs to the organization did, except those named.
     *
     * @throws Refused when it was answered before, or the host took the record back
     */
    public void confirm(Scope scope, UUID id, OrganizationId organization, Collection<PersonId> absent) {
        Invitation invitation = find(scope, id);
        List<Company> around = companies.around(scope, organization, List.of(), invitation.heldOn());
        if (around.isEmpty()) {
            throw new Invalid("organization", "activity.invalid.side");
        }
        Set<PersonId> known =
                around.getFirst().people().stream().map(Company.Attendee::id).collect(Collectors.toSet());
        if (!known.containsAll(absent)) {
            throw new Invalid("absent", "activity.invalid.person");
        }
        answer(scope, invitation, organization, absent);
        tell(scope, invitation, around, absent, store.fields(scope.unit(), id));
    }

    /** Says that nobody took part. */
    public void decline(Scope scope, UUID id) {
        answer(scope, find(scope, id), null, List.of());
    }

    private void answer(
            Scope scope,
            Invitation invitation,
            @org.jspecify.annotations.Nullable OrganizationId organization,
            Collection<PersonId> absent) {
        if (invitation.withdrawn()) {
            throw new Refused("activity.refused.takenBack");
        }
        if (!store.answer(scope, invitation.invitationId(), organization, absent, clock.instant())) {
            throw new Refused("activity.refused.answered");
        }
        audit.record(
                scope,
                organization == null ? "invitation.declined" : "invitation.confirmed",
                "invitation",
                invitation.invitationId(),
                Map.of("record", invitation.recordId().toString()));
        store.tellHost(scope.unit(), invitation, organization != null, clock.instant());
    }

    private void tell(
            Scope scope,
            Invitation invitation,
            List<Company> around,
            Collection<PersonId> absent,
            Map<String, Object> fields) {
        Gathering gathering = Gathering.of(around, invitation.kinds(), Set.of(), absent, Set.of());
        ledger.restate(
                scope,
                new Source("invitation", invitation.invitationId()),
                List.of(ActivityFacts.ofGuest(fields, invitation.heldOn(), gathering.host())));
    }

    /**
     * Asks the guests of a record, or tells them what was corrected; those no longer named are no longer asked, and what
     * they had confirmed is taken back.
     *
     * @param before the guests that were named until now
     */
    void send(Scope scope, RecordId record, String hostName, Draft draft, List<Draft.Guest> before) {
        Map<UnitId, Set<String>> units = new LinkedHashMap<>();
        draft.sides()
                .guests()
                .forEach(guest -> units.computeIfAbsent(guest.unit(), _ -> new LinkedHashSet<>())
                        .add(guest.name()));
        before.forEach(guest -> units.computeIfAbsent(guest.unit(), _ -> new LinkedHashSet<>()));
        units.forEach((unit, names) -> {
            store.send(unit, scope.unit(), record, hostName, draft, names);
            retell(scope, unit, record);
        });
    }

    /** Nobody is asked any more, since the record was taken back. */
    void takeBack(Scope scope, RecordId record, List<Draft.Guest> guests) {
        guests.stream().map(Draft.Guest::unit).distinct().forEach(unit -> {
            store.takeBack(unit, record);
            retell(scope, unit, record);
        });
    }

    /** Restates what those sides confirmed whose unit this is; at most twenty. */
    private void retell(Scope scope, UnitId unit, RecordId record) {
        for (InvitationStore.Confirmed confirmed : store.confirmed(unit, record)) {
            Scope theirs =
                    new Scope(scope.account(), unit, confirmed.organizationId().value());
            Source source = new Source("invitation", confirmed.invitationId());
            if (confirmed.withdrawn()) {
                ledger.restate(theirs, source, List.of());
                continue;
            }
            List<Company> around = companies.around(theirs, confirmed.organizationId(), List.of(), confirmed.heldOn());
            if (!around.isEmpty()) {
                Invitation invitation = find(theirs, confirmed.invitationId());
                tell(theirs, invitation, around, confirmed.absent(), store.fields(unit, confirmed.invitationId()));
            }
        }
    }
}

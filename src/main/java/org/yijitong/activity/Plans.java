package org.yijitong.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.PlanStore.Occurrence;
import org.yijitong.audit.Audit;
import org.yijitong.organization.Companies;
import org.yijitong.organization.Company;
import org.yijitong.organization.Company.Attendee;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** Planning meetings: on which days, who asks for leave, moved or cancelled with a reason, and in the end recorded. */
@Component
@Transactional
public class Plans {
    private final PlanStore store;
    private final Records records;
    private final Companies companies;
    private final Profiles profiles;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;
    private final Days days;

    Plans(
            PlanStore store,
            Records records,
            Companies companies,
            Profiles profiles,
            Audit audit,
            Uuid7 ids,
            Clock clock,
            Days days) {
        this.store = store;
        this.records = records;
        this.companies = companies;
        this.profiles = profiles;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Plans a meeting, and if wanted its repetition month by month.
     *
     * @return the first of them
     * @throws Invalid with every field that cannot be taken
     */
    public PlanId plan(Scope scope, OrganizationId organization, PlanDraft draft) {
        PlanRules.check(draft, days.today(), profiles.life(scope, organization));
        UUID series = ids.next();
        List<Occurrence> occurrences = draft.days().stream()
                .map(day -> new Occurrence(
                        ids.next(),
                        day,
                        PlanStore.moment(day, draft.when().from()),
                        PlanStore.moment(day, draft.when().to())))
                .toList();
        store.add(scope, organization, series, draft, occurrences, clock.instant());
        audit.record(
                scope,
                "plan.made",
                "plan",
                series,
                Map.of("organization", organization.toString(), "days", occurrences.size()));
        return new PlanId(occurrences.getFirst().planId());
    }

    /** @throws NotFound when there is none, or it is out of reach */
    @Transactional(readOnly = true)
    public Plan find(Scope scope, PlanId plan) {
        return store.find(scope, plan).orElseThrow(NotFound::new);
    }

    /** Those planned together with one, itself among them, in the order of their days. */
    @Transactional(readOnly = true)
    public List<Plan> series(Scope scope, Plan plan) {
        return store.series(scope, plan.seriesId());
    }

    /** How it changed, the latest first. */
    @Transactional(readOnly = true)
    public List<Plan.Step> steps(Scope scope, Plan plan) {
        return store.steps(scope.unit(), plan.planId());
    }

    /**
     * Those of some organizations between two days, and whatever is still open before; organizations out of reach have
     * none.
     */
    @Transactional(readOnly = true)
    public List<Plan> of(
            Scope scope, Collection<OrganizationId> organizations, LocalDate first, LocalDate last, int limit) {
        return store.of(scope, organizations, first, last, limit);
    }

    /** Who asked for leave. */
    @Transactional(readOnly = true)
    public List<Plan.Leave> leaves(Scope scope, Plan plan) {
        return store.leaves(scope.unit(), plan.planId());
    }

    /** Who is expected, as far as can be said today. */
    @Transactional(readOnly = true)
    public List<Attendee> expected(Scope scope, Plan plan) {
        List<Company> around = companies.around(scope, plan.organizationId(), List.of(), days.today());
        return around.isEmpty() ? List.of() : Gathering.expected(around.getFirst(), plan.kinds());
    }

    /**
     * Moves it to another day or hour.
     *
     * @param revision the revision that was read
     * @throws Refused when it was changed or closed meanwhile
     */
    public void move(Scope scope, PlanId id, int revision, PlanDraft.When when, String reason) {
        Plan plan = find(scope, id);
        PlanRules.check(when, days.today(), profiles.life(scope, plan.organizationId()), reason);
        if (!store.move(scope.unit(), id, revision, when)) {
            throw new Refused("activity.plan.refused.changed");
        }
        note(scope, id, revision + 1, Plan.Change.MOVED, when.day(), reason);
    }

    /** Says that it will not be held, or was not. */
    public void cancel(Scope scope, PlanId id, int revision, String reason) {
        Plan plan = find(scope, id);
        PlanRules.checkReason(reason);
        close(scope, plan, revision, Plan.State.CANCELLED, null);
        note(scope, id, revision + 1, Plan.Change.CANCELLED, plan.heldOn(), reason);
    }

    /**
     * Takes down that somebody cannot come; said again, the last holds.
     *
     * @throws Invalid of the field {@code person} when nobody expects that person
     */
    public void leave(Scope scope, PlanId id, PersonId person, Draft.Cause cause, @Nullable String note) {
        Plan plan = find(scope, id);
        PlanRules.checkNote(note);
        if (expected(scope, plan).stream().noneMatch(each -> each.id().equals(person))) {
            throw new Invalid("person", "activity.invalid.person");
        }
        leave(scope, id, person, cause, note, "plan.leave");
    }

    /** Takes down that somebody comes after all. */
    public void endLeave(Scope scope, PlanId id, PersonId person) {
        Plan plan = find(scope, id);
        if (leaves(scope, plan).stream().noneMatch(leave -> leave.personId().equals(person))) {
            throw new NotFound();
        }
        leave(scope, id, person, null, null, "plan.leave.ended");
    }

    private void leave(
            Scope scope, PlanId id, PersonId person, Draft.@Nullable Cause cause, @Nullable String note, String deed) {
        if (store.lock(scope.unit(), id) != Plan.State.OPEN) {
            throw new Refused("activity.plan.refused.changed");
        }
        store.leave(scope, id, person, cause, note, clock.instant());
        audit.record(scope, deed, "plan", id.value(), Map.of("person", person.toString()));
    }

    /**
     * Writes down what became of it, which closes it; both or neither.
     *
     * @throws Refused when it was recorded or cancelled meanwhile
     */
    public RecordId record(Scope scope, OrganizationId host, PlanId id, Draft draft) {
        Plan plan = find(scope, id);
        if (!plan.organizationId().equals(host)) {
            throw new NotFound();
        }
        if (store.lock(scope.unit(), id) != Plan.State.OPEN) {
            throw new Refused("activity.plan.refused.changed");
        }
        RecordId record = records.record(scope, host, draft);
        int revision = find(scope, id).revision();
        close(scope, plan, revision, Plan.State.RECORDED, record);
        note(scope, id, revision + 1, Plan.Change.RECORDED, draft.occasion().day(), null);
        return record;
    }

    private void close(Scope scope, Plan plan, int revision, Plan.State state, @Nullable RecordId record) {
        if (!store.close(scope.unit(), plan.planId(), revision, state, record)) {
            throw new Refused("activity.plan.refused.changed");
        }
    }

    private void note(
            Scope scope, PlanId id, int revision, Plan.Change change, LocalDate day, @Nullable String reason) {
        Instant now = clock.instant();
        store.note(scope, id, new Plan.Step(revision, change, day, reason, now, scope.account()));
        audit.record(
                scope,
                "plan." + change.name().toLowerCase(java.util.Locale.ROOT),
                "plan",
                id.value(),
                Map.of("revision", revision));
    }
}

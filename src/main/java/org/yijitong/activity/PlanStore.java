package org.yijitong.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Planned meetings, how they changed, and who asked for leave. */
@Component
class PlanStore {
    private static final String SHOWN = """
            SELECT p.plan_id, p.organization_id, coalesce(o.short_name, o.name, '') AS organization_name, p.series_id,
                   p.revision, p.state, p.held_on, p.starts_at, p.ends_at, p.place, p.kinds, p.theme, p.items,
                   p.record_id
            FROM activity.plans p
            LEFT JOIN organization.v_organizations o ON o.unit_id = :unit AND o.organization_id = p.organization_id
                AND o.valid_from <= :today AND o.valid_to > :today
            WHERE p.unit_id = :unit
              AND p.organization_id IN (SELECT organization_id FROM organization.reach(:unit, :top, :today))
            """;
    private static final String ONE = "  AND p.plan_id = :plan\n";
    private static final String SERIES = """
              AND p.series_id = :series
            ORDER BY p.held_on, p.plan_id
            LIMIT 12
            """;
    private static final String SOME = """
              AND p.organization_id = ANY(:organizations::uuid[])
              AND (p.state = 'open' AND p.held_on <= :last OR p.held_on BETWEEN :first AND :last)
            ORDER BY p.held_on, p.starts_at NULLS FIRST, p.plan_id
            LIMIT :limit
            """;

    private final Db db;
    private final Days days;

    PlanStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** One of the days of a series. */
    record Occurrence(
            UUID planId,
            LocalDate heldOn,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}

    /** Every day of a series, each with its first change; one statement. */
    void add(
            Scope scope, OrganizationId organization, UUID series, PlanDraft draft, List<Occurrence> days, Instant at) {
        db.in(scope.unit(), """
                        WITH days AS (
                            SELECT * FROM jsonb_to_recordset(:days::jsonb)
                                AS d(plan_id uuid, held_on date, starts_at timestamptz, ends_at timestamptz)
                        ), planned AS (
                            INSERT INTO activity.plans (unit_id, plan_id, organization_id, series_id, state, held_on,
                                starts_at, ends_at, place, kinds, theme, items)
                            SELECT :unit, plan_id, :organization, :series, 'open', held_on, starts_at, ends_at, :place,
                                   :kinds::text[], :theme, :items::text[]
                            FROM days
                        )
                        INSERT INTO activity.plan_changes (unit_id, plan_id, revision, change, held_on, recorded_at,
                            account_id)
                        SELECT :unit, plan_id, 1, 'planned', held_on, :at, :account FROM days
                        """)
                .rows("days", days)
                .bind("organization", organization)
                .bind("series", series)
                .bind("place", draft.place())
                .bind("kinds", words(draft.kinds()))
                .bind("theme", draft.theme())
                .bind("items", draft.items())
                .bind("at", at)
                .bind("account", scope.account())
                .run();
    }

    private static List<String> words(Set<ActivityKind> kinds) {
        return kinds.stream().map(ActivityKind::word).toList();
    }

    Optional<Plan> find(Scope scope, PlanId plan) {
        return db.in(scope.unit(), SHOWN + ONE)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("plan", plan)
                .first(Plan.class);
    }

    List<Plan> series(Scope scope, UUID series) {
        return db.in(scope.unit(), SHOWN + SERIES)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("series", series)
                .list(Plan.class);
    }

    /** Those of some organizations between two days, and whatever is still open before. */
    List<Plan> of(Scope scope, Collection<OrganizationId> organizations, LocalDate first, LocalDate last, int limit) {
        return db.in(scope.unit(), SHOWN + SOME)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("organizations", organizations)
                .bind("first", first)
                .bind("last", last)
                .bind("limit", limit)
                .list(Plan.class);
    }

    /** Moves to another day if it is open and still the revision that was read; whether it was. */
    boolean move(UnitId unit, PlanId plan, int revision, PlanDraft.When when) {
        return db.in(unit, """
                        UPDATE activity.plans
                        SET revision = revision + 1, held_on = :day, starts_at = :from, ends_at = :to
                        WHERE unit_id = :unit AND plan_id = :plan AND revision = :revision AND state = 'open'
                        """)
                        .bind("plan", plan)
                        .bind("revision", revision)
                        .bind("day", when.day())
                        .bind("from", moment(when.day(), when.from()))
                        .bind("to", moment(when.day(), when.to()))
                        .run()
                == 1;
    }

    /** Closes it if it is open and still the revision that was read; whether it was. */
    boolean close(UnitId unit, PlanId plan, int revision, Plan.State state, @Nullable RecordId record) {
        return db.in(unit, """
                        UPDATE activity.plans
                        SET revision = revision + 1, state = :state, record_id = :record
                        WHERE unit_id = :unit AND plan_id = :plan AND revision = :revision AND state = 'open'
                        """)
                        .bind("plan", plan)
                        .bind("revision", revision)
                        .bind("state", state)
                        .bind("record", record)
                        .run()
                == 1;
    }

    void note(Scope scope, PlanId plan, Plan.Step step) {
        db.in(scope.unit(), """
                        INSERT INTO activity.plan_changes (unit_id, plan_id, revision, change, held_on, reason,
                            recorded_at, account_id)
                        VALUES (:unit, :plan, :revision, :change, :day, :reason, :at, :account)
                        """)
                .bind("plan", plan)
                .bind("revision", step.revision())
                .bind("change", step.change())
                .bind("day", step.heldOn())
                .bind("reason", step.reason())
                .bind("at", step.recordedAt())
                .bind("account", scope.account())
                .run();
    }

    List<Plan.Step> steps(UnitId unit, PlanId plan) {
        return db.in(unit, """
                        SELECT revision, change, held_on, reason, recorded_at, account_id
                        FROM activity.plan_changes WHERE unit_id = :unit AND plan_id = :plan
                        ORDER BY revision DESC
                        LIMIT 100
                        """).bind("plan", plan).list(Plan.Step.class);
    }

    List<Plan.Leave> leaves(UnitId unit, PlanId plan) {
        return db.in(unit, """
                        SELECT l.person_id, p.name, l.cause, l.note
                        FROM (SELECT DISTINCT ON (person_id) person_id, cause, note
                              FROM activity.plan_leaves
                              WHERE unit_id = :unit AND plan_id = :plan
                              ORDER BY person_id, revision DESC) l
                        JOIN organization.v_people_names p ON p.unit_id = :unit AND p.person_id = l.person_id
                        WHERE l.cause IS NOT NULL
                        ORDER BY p.name, l.person_id
                        LIMIT 1000
                        """).bind("plan", plan).list(Plan.Leave.class);
    }

    /** Takes down who asked for leave; without a cause, that the person comes after all. Under the lock of the plan. */
    void leave(
            Scope scope, PlanId plan, PersonId person, Draft.@Nullable Cause cause, @Nullable String note, Instant at) {
        db.in(scope.unit(), """
                        INSERT INTO activity.plan_leaves (unit_id, plan_id, person_id, revision, cause, note,
                            recorded_at, account_id)
                        SELECT :unit, :plan, :person, coalesce(max(l.revision), 0) + 1, :cause, :note, :at, :account
                        FROM activity.plan_leaves l
                        WHERE l.unit_id = :unit AND l.plan_id = :plan AND l.person_id = :person
                        """)
                .bind("plan", plan)
                .bind("person", person)
                .bind("cause", cause)
                .bind("note", note)
                .bind("at", at)
                .bind("account", scope.account())
                .run();
    }

    /** Keeps others from changing it until the end of the transaction; its state. */
    Plan.State lock(UnitId unit, PlanId plan) {
        return db.in(unit, """
                        SELECT state FROM activity.plans WHERE unit_id = :unit AND plan_id = :plan FOR NO KEY UPDATE
                        """).bind("plan", plan).one(Plan.State.class);
    }

    static @Nullable Instant moment(LocalDate day, @Nullable LocalTime time) {
        return time == null ? null : day.atTime(time).atZone(Days.SHANGHAI).toInstant();
    }
}

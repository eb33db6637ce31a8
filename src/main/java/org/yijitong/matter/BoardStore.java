package org.yijitong.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Reads matters for lists, boards and histories, and hands them over when posts change. */
@Component
class BoardStore {
    /** What happened to those that moved is written down and told to other systems. */
    private static final String NOTED = """
            ), noted AS (
                INSERT INTO matter.events (unit_id, matter_id, place, kind, step, state, answers, owner_id,
                    due_on, vacant, late, recorded_at, on_behalf, once_key)
                SELECT :unit, matter_id, place, :kind, '', state, '{}', owner_id, due_on, vacant, false, :at, false, ''
                FROM moved
            )
            SELECT notice.tell(:unit, jsonb_agg(jsonb_build_object('subject', n.matter_id, 'place', n.place,
                'kind', :kind::text, 'flow', n.flow, 'version', v.number, 'before', n.state, 'state', n.state,
                'closed', false, 'at', :at::timestamptz, 'quiet', EXISTS (
                    SELECT FROM matter.askers a WHERE a.unit_id = :unit AND a.matter_id = n.matter_id))))
            FROM moved n
            JOIN matter.flow_versions v ON v.version_id = n.version_id
            """;

    private final Db db;
    private final Days days;

    BoardStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** How many are where, of all on which something is due. */
    List<MatterCount> counts(Scope scope) {
        return db.in(scope.unit(), """
                        SELECT m.flow, m.state, count(*) AS matters, count(*) FILTER (WHERE m.due_on < :today) AS late
                        FROM matter.matters m
                        CROSS JOIN (SELECT array_agg(organization_id) AS ids
                            FROM organization.reach(:unit, :top, :today)) r
                        WHERE m.unit_id = :unit AND m.due_on IS NOT NULL
                          AND (m.host_id IN (SELECT organization_id FROM organization.reach(:unit, :top, :today))
                              OR m.involved && r.ids)
                        GROUP BY m.flow, m.state
                        LIMIT 1000
                        """)
                .bind("top", scope.top())
                .bind("today", days.today())
                .list(MatterCount.class);
    }

    /** Who holds a post that has a matter today. */
    List<String> holders(UnitId unit, Matter matter) {
        return db.in(unit, """
                        SELECT DISTINCT p.name FROM organization.v_appointments a
                        JOIN organization.v_people p ON p.unit_id = :unit AND p.person_id = a.person_id
                        WHERE a.unit_id = :unit AND a.organization_id = :owner AND a.person_id <> ALL(:barred::uuid[])
                          AND a.valid_from <= :today AND a.valid_to > :today
                          AND (a.post = ANY(:posts::text[]) OR (:elsewhere
                              AND a.post IN ('secretary', 'deputy_secretary', 'full_time_deputy_secretary')))
                        ORDER BY p.name LIMIT 20
                        """)
                .bind("owner", matter.owner())
                .bind("barred", matter.barred())
                .bind("posts", matter.posts())
                .bind("today", days.today())
                .bind("elsewhere", !java.util.Objects.equals(matter.owner(), matter.named()))
                .list(String.class);
    }

    /** The accounts of those who judge today for whoever has a matter, and did not do what is judged. */
    List<UUID> judges(UnitId unit, Matter matter) {
        return db.in(unit, """
                        SELECT g.account_id FROM access.v_grants g
                        LEFT JOIN access.self(:unit, g.account_id) s ON true
                        WHERE g.unit_id = :unit AND g.organization_id = :owner AND g.role = 'judge'
                          AND g.valid_from <= :today AND g.valid_to > :today
                          AND (s.person_id IS NULL OR s.person_id <> ALL(:barred::uuid[]))
                        ORDER BY g.account_id LIMIT 20
                        """)
                .bind("owner", matter.owner())
                .bind("barred", matter.barred())
                .bind("today", days.today())
                .list(UUID.class);
    }

    /** An organization by its name. */
    record Named(OrganizationId organizationId, String name) {}

    /** An organization that may be a party. */
    record Candidate(OrganizationId organizationId, OrganizationKind kind, String name) {}

    /** What organizations are called, or were called last. */
    List<Named> names(UnitId unit, Collection<UUID> organizations) {
        return db.in(unit, """
                        SELECT DISTINCT ON (organization_id) organization_id, coalesce(short_name, name) AS name
                        FROM organization.v_organizations
                        WHERE unit_id = :unit AND organization_id = ANY(:ids::uuid[])
                        ORDER BY organization_id, valid_to DESC
                        """).bind("ids", organizations).list(Named.class);
    }

    /** Those of some kinds that are there today and within reach. */
    List<Candidate> candidates(Scope scope, Collection<OrganizationKind> kinds, int limit) {
        return db.in(scope.unit(), """
                        SELECT o.organization_id, o.kind,
                               coalesce(s.short_name, s.name, '') || coalesce(o.short_name, o.name) AS name
                        FROM organization.v_organizations o
                        LEFT JOIN organization.v_organizations s ON o.kind IN ('group', 'youth_group')
                            AND s.unit_id = :unit AND s.organization_id = o.superior_id
                            AND s.valid_from <= :today AND s.valid_to > :today
                        WHERE o.unit_id = :unit AND o.kind = ANY(:kinds::text[])
                          AND o.valid_from <= :today AND o.valid_to > :today
                          AND o.organization_id IN (SELECT organization_id
                              FROM organization.reach(:unit, :top, :today))
                        ORDER BY coalesce(s.position, o.position), coalesce(s.name, o.name), s.name IS NOT NULL,
                                 o.position, o.name, o.organization_id
                        LIMIT :limit
                        """)
                .bind("kinds", kinds)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("limit", limit)
                .list(Candidate.class);
    }

    /** Gives every open matter of a unit to whoever has it today; how many changed hands. */
    int handOver(UnitId unit, Instant at) {
        return db.in(unit, """
                        WITH asked AS (
                            SELECT DISTINCT m.named_id, m.posts, m.barred, m.raised FROM matter.matters m
                            WHERE m.unit_id = :unit AND m.due_on IS NOT NULL AND m.named_id IS NOT NULL
                        ), today AS (
                            SELECT a.*, o.owner_id AS has, o.vacant AS absent
                            FROM asked a
                            CROSS JOIN LATERAL matter.owner_above(:unit, a.named_id, a.posts, a.barred, a.raised, :today) o
                        ), moved AS (
                            UPDATE matter.matters m
                            SET place = m.place + 1, owner_id = t.has, vacant = t.absent, involved = m.involved || t.has
                            FROM today t
                            WHERE m.unit_id = :unit AND m.due_on IS NOT NULL
                              AND (m.named_id, m.posts, m.barred, m.raised) = (t.named_id, t.posts, t.barred, t.raised)
                              AND (m.owner_id, m.vacant) IS DISTINCT FROM (t.has, t.absent)
                            RETURNING m.matter_id, m.place, m.state, m.owner_id, m.due_on, m.vacant, m.flow, m.version_id
                        """ + NOTED)
                .bind("kind", MatterEvent.Kind.HANDED)
                .bind("today", days.today())
                .bind("at", at)
                .one(Integer.class);
    }

    /** An open matter whose deadline may still move; {@code known} as JSON. */
    record Pending(
            MatterId matterId, UUID versionId, String state, LocalDate begunOn, LocalDate enteredOn, String known) {}

    List<Pending> provisional(UnitId unit, int limit) {
        return db.in(unit, """
                        SELECT matter_id, version_id, state, begun_on, entered_on, known::text AS known
                        FROM matter.matters WHERE unit_id = :unit AND provisional AND due_on IS NOT NULL
                        ORDER BY matter_id LIMIT :limit
                        """).bind("limit", limit).list(Pending.class);
    }

    /** A deadline as it is reckoned now. */
    record Reckoned(MatterId matterId, String state, LocalDate enteredOn, LocalDate dueOn, boolean provisional) {}

    /** Moves deadlines that are reckoned otherwise now; of matters that went on meanwhile nothing moves. */
    void move(UnitId unit, Collection<Reckoned> reckoned, Instant at) {
        db.in(unit, """
                        WITH moved AS (
                            UPDATE matter.matters m
                            SET place = m.place + 1, due_on = r.due_on, provisional = r.provisional
                            FROM jsonb_to_recordset(:reckoned::jsonb) AS r(matter_id uuid, state text, entered_on date,
                                due_on date, provisional boolean)
                            WHERE m.unit_id = :unit AND m.matter_id = r.matter_id AND m.due_on IS NOT NULL
                              AND (m.state, m.entered_on) = (r.state, r.entered_on)
                              AND (m.due_on, m.provisional) IS DISTINCT FROM (r.due_on, r.provisional)
                            RETURNING m.matter_id, m.place, m.state, m.owner_id, m.due_on, m.vacant, m.flow, m.version_id
                        """ + NOTED)
                .bind("kind", MatterEvent.Kind.MOVED)
                .rows("reckoned", reckoned)
                .bind("at", at)
                .one(Integer.class);
    }
}

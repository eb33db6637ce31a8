package org.yijitong.activity.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.activity.ActivityKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Whom and what names in a ledger may mean, and what is recorded already. */
@Component
class LedgerStore {
    private final Db db;
    private final Days days;

    LedgerStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** How an organization was called. */
    record Named(OrganizationId organizationId, String name, String shortName) {}

    /** Every name of every organization within reach in that time, the latest last. */
    List<Named> named(Scope scope, LocalDate first, LocalDate last) {
        return db.in(scope.unit(), """
                        SELECT v.organization_id, v.name, coalesce(v.short_name, v.name) AS short_name
                        FROM organization.v_organizations v
                        WHERE v.unit_id = :unit AND v.valid_from <= :last AND v.valid_to > :first
                          AND v.organization_id IN (SELECT organization_id
                              FROM organization.reach(:unit, :top, :today))
                        ORDER BY v.valid_from
                        LIMIT 50000
                        """)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("first", first)
                .bind("last", last)
                .list(Named.class);
    }

    /** Somebody who belonged to an organization, or held a post in it. */
    record Somebody(OrganizationId organizationId, PersonId personId, String name) {}

    List<Somebody> people(UnitId unit, Collection<OrganizationId> organizations, LocalDate first, LocalDate last) {
        return db.in(unit, """
                        SELECT DISTINCT b.organization_id, p.person_id, p.name
                        FROM (SELECT m.organization_id, m.person_id, m.valid_from, m.valid_to
                              FROM organization.v_memberships m WHERE m.unit_id = :unit
                              UNION ALL
                              SELECT m.group_id, m.person_id, m.valid_from, m.valid_to
                              FROM organization.v_memberships m WHERE m.unit_id = :unit
                              UNION ALL
                              SELECT a.organization_id, a.person_id, a.valid_from, a.valid_to
                              FROM organization.v_appointments a WHERE a.unit_id = :unit) b
                        JOIN organization.v_people p ON p.unit_id = :unit AND p.person_id = b.person_id
                        WHERE b.organization_id = ANY(:organizations::uuid[])
                          AND b.valid_from <= :last AND b.valid_to > :first
                        ORDER BY p.name, p.person_id
                        LIMIT 100000
                        """)
                .bind("organizations", organizations)
                .bind("first", first)
                .bind("last", last)
                .list(Somebody.class);
    }

    /** A record that holds. */
    record Held(
            OrganizationId organizationId,
            LocalDate heldOn,
            List<ActivityKind> kinds,
            @Nullable Instant startsAt) {}

    List<Held> held(UnitId unit, Collection<OrganizationId> organizations, LocalDate first, LocalDate last) {
        return db.in(unit, """
                        SELECT r.organization_id, r.held_on, r.kinds, v.starts_at
                        FROM activity.records r
                        JOIN activity.versions v ON v.unit_id = :unit AND v.record_id = r.record_id
                            AND v.revision = r.revision
                        WHERE r.unit_id = :unit AND r.organization_id = ANY(:organizations::uuid[]) AND NOT r.withdrawn
                          AND r.held_on BETWEEN :first AND :last
                        LIMIT 200000
                        """)
                .bind("organizations", organizations)
                .bind("first", first)
                .bind("last", last)
                .list(Held.class);
    }
}

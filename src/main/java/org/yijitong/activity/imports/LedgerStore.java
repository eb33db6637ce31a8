package org.yijitong.activity.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.activity.ActivityKind;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Whom names in a ledger may mean, and what is recorded already. */
@Component
class LedgerStore {
    private final Db db;

    LedgerStore(Db db) {
        this.db = db;
    }

    /** Somebody who belonged to the organization, or held a post in it. */
    record Somebody(PersonId personId, String name) {}

    List<Somebody> people(UnitId unit, OrganizationId organization, LocalDate first, LocalDate last) {
        return db.in(unit, """
                        SELECT DISTINCT p.person_id, p.name
                        FROM (SELECT m.person_id, m.valid_from, m.valid_to FROM organization.v_memberships m
                              WHERE m.unit_id = :unit AND (m.organization_id = :organization
                                  OR m.group_id = :organization)
                              UNION ALL
                              SELECT a.person_id, a.valid_from, a.valid_to FROM organization.v_appointments a
                              WHERE a.unit_id = :unit AND a.organization_id = :organization) b
                        JOIN organization.v_people p ON p.unit_id = :unit AND p.person_id = b.person_id
                        WHERE b.valid_from <= :last AND b.valid_to > :first
                        ORDER BY p.name, p.person_id
                        LIMIT 20000
                        """)
                .bind("organization", organization)
                .bind("first", first)
                .bind("last", last)
                .list(Somebody.class);
    }

    /** A record that holds. */
    record Held(
            LocalDate heldOn,
            List<ActivityKind> kinds,
            @Nullable Instant startsAt) {}

    List<Held> held(UnitId unit, OrganizationId organization, LocalDate first, LocalDate last) {
        return db.in(unit, """
                        SELECT r.held_on, r.kinds, v.starts_at
                        FROM activity.records r
                        JOIN activity.versions v ON v.unit_id = :unit AND v.record_id = r.record_id
                            AND v.revision = r.revision
                        WHERE r.unit_id = :unit AND r.organization_id = :organization AND NOT r.withdrawn
                          AND r.held_on BETWEEN :first AND :last
                        LIMIT 100000
                        """)
                .bind("organization", organization)
                .bind("first", first)
                .bind("last", last)
                .list(Held.class);
    }
}

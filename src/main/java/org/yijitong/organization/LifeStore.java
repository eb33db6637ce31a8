package org.yijitong.organization;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Reads the life of one person, and the places that people can be put. */
@Component
class LifeStore {
    private static final int MOST = 300;

    private final Db db;
    private final Days days;

    LifeStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    List<Life.Stay> stays(UnitId unit, PersonId person) {
        return db.in(unit, """
                        SELECT m.sphere, m.organization_id, o.name AS organization_name, m.group_id,
                               g.name AS group_name, m.kind, m.states, m.valid_from, m.valid_to, m.ended_by
                        FROM organization.memberships m
                        JOIN LATERAL (
                            SELECT coalesce(v.short_name, v.name) AS name FROM organization.organization_versions v
                            WHERE v.unit_id = :unit AND v.organization_id = m.organization_id
                              AND v.recorded_to = 'infinity' AND v.valid_from < m.valid_to
                            ORDER BY v.valid_from DESC LIMIT 1) o ON true
                        LEFT JOIN LATERAL (
                            SELECT coalesce(v.short_name, v.name) AS name FROM organization.organization_versions v
                            WHERE v.unit_id = :unit AND v.organization_id = m.group_id
                              AND v.recorded_to = 'infinity' AND v.valid_from < m.valid_to
                            ORDER BY v.valid_from DESC LIMIT 1) g ON true
                        WHERE m.unit_id = :unit AND m.person_id = :person AND m.recorded_to = 'infinity'
                        ORDER BY m.valid_from DESC, m.sphere
                        LIMIT 500
                        """).bind("person", person).list(Life.Stay.class);
    }

    List<Life.Tenure> tenures(UnitId unit, PersonId person) {
        return db.in(unit, """
                        SELECT a.organization_id, o.name AS organization_name, a.post, a.deputy, a.valid_from,
                               a.valid_to, a.due_on
                        FROM organization.appointments a
                        JOIN LATERAL (
                            SELECT coalesce(v.short_name, v.name) AS name FROM organization.organization_versions v
                            WHERE v.unit_id = :unit AND v.organization_id = a.organization_id
                              AND v.recorded_to = 'infinity' AND v.valid_from < a.valid_to
                            ORDER BY v.valid_from DESC LIMIT 1) o ON true
                        WHERE a.unit_id = :unit AND a.person_id = :person AND a.recorded_to = 'infinity'
                        ORDER BY a.valid_from DESC, a.post
                        LIMIT 500
                        """).bind("person", person).list(Life.Tenure.class);
    }

    record Named(UUID id, String name) {}

    /** What organizations are called now, or were called last. */
    List<Named> names(UnitId unit, Collection<UUID> organizations) {
        return db.in(unit, """
                        SELECT DISTINCT ON (organization_id) organization_id AS id, coalesce(short_name, name) AS name
                        FROM organization.organization_versions
                        WHERE unit_id = :unit AND recorded_to = 'infinity' AND organization_id = ANY(:ids::uuid[])
                        ORDER BY organization_id, valid_from DESC
                        """).bind("ids", organizations).list(Named.class);
    }

    /** Branches and Party groups within reach today, each branch followed by its groups. */
    List<PlaceToBe> places(Scope scope, boolean groups) {
        return db.in(scope.unit(), """
                        SELECT v.organization_id AS id, coalesce(v.short_name, v.name) AS name,
                               coalesce(b.organization_id, v.organization_id) AS branch,
                               coalesce(b.short_name, b.name) AS branch_name
                        FROM organization.organization_versions v
                        LEFT JOIN organization.organization_versions b ON b.unit_id = :unit
                         AND b.organization_id = CASE WHEN v.kind = 'group' THEN v.superior_id END
                         AND b.recorded_to = 'infinity' AND b.valid_from <= :today AND b.valid_to > :today
                        WHERE v.unit_id = :unit AND v.recorded_to = 'infinity'
                          AND v.valid_from <= :today AND v.valid_to > :today
                          AND (v.kind IN ('branch', 'joint_branch')
                            OR :groups AND v.kind = 'group' AND b.kind IN ('branch', 'joint_branch'))
                          AND v.organization_id IN (SELECT organization_id FROM organization.reach(:unit, :top, :today))
                        ORDER BY coalesce(b.position, v.position), coalesce(b.name, v.name),
                                 coalesce(b.organization_id, v.organization_id), v.kind = 'group', v.position, v.name
                        LIMIT :most
                        """)
                .bind("groups", groups)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("most", MOST)
                .list(PlaceToBe.class);
    }
}

package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;

/** Reads a unit's trees as of any day and any moment. */
@Component
class TreeStore {
    private final Db db;
    private final Days days;

    TreeStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** What the scope reaches of one tree, superiors before those below them. */
    List<TreeRow> tree(Scope scope, Tree tree, AsOf asOf) {
        return db.in(scope.unit(), """
                        WITH shown AS MATERIALIZED (
                            SELECT p.descendant_id, max(p.depth) AS depth
                            FROM organization.organization_paths p
                            WHERE p.unit_id = :unit AND p.valid_from <= :on AND p.valid_to > :on
                              AND p.recorded_from < :known AND p.recorded_to >= :known
                            GROUP BY p.descendant_id
                        )
                        SELECT v.organization_id, v.name, v.short_name, v.kind, v.superior_id,
                               s.depth - CASE :tree WHEN 'administrative' THEN 1 ELSE 0 END AS depth, v.position,
                               v.valid_from AS since
                        FROM organization.organization_versions v
                        JOIN shown s ON s.descendant_id = v.organization_id
                        JOIN organization.organizations o
                          ON o.unit_id = :unit AND o.organization_id = v.organization_id AND o.tree = :tree
                        WHERE v.unit_id = :unit AND v.valid_from <= :on AND v.valid_to > :on
                          AND v.recorded_from < :known AND v.recorded_to >= :known
                          AND v.organization_id IN (
                              SELECT organization_id FROM organization.reach(:unit, :top, :today))
                        ORDER BY s.depth, v.position, v.name, v.organization_id
                        LIMIT 20000
                        """)
                .bind("tree", tree)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .bind("top", scope.top())
                .bind("today", days.today())
                .list(TreeRow.class);
    }

    record Count(OrganizationId organizationId, int full, int probationary, int total) {}

    /** How many members belong to each branch on a day: full, probationary, and everyone on the roster. */
    List<Count> members(Scope scope, LocalDate on, Instant known) {
        return db.in(scope.unit(), """
                        SELECT organization_id, count(*) FILTER (WHERE kind = 'full')::int AS full,
                               count(*) FILTER (WHERE kind = 'probationary')::int AS probationary,
                               count(*)::int AS total
                        FROM organization.memberships
                        WHERE unit_id = :unit AND sphere = 'party' AND valid_from <= :on AND valid_to > :on
                          AND recorded_from < :known AND recorded_to >= :known
                        GROUP BY organization_id
                        """).bind("on", on).bind("known", known).list(Count.class);
    }
}

package org.yijitong.organization;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Sums over units, by the roll-up role. */
@Component
class UnitSumStore {
    private final Db db;

    UnitSumStore(Db db) {
        this.db = db;
    }

    List<UnitSums.Sum> sums(UnitId root, LocalDate on) {
        return db.across(root, """
                        WITH branches AS (
                            SELECT unit_id, count(*)::int AS number FROM organization.organization_versions
                            WHERE kind IN ('branch', 'joint_branch') AND recorded_to = 'infinity'
                              AND valid_from <= :on AND valid_to > :on
                            GROUP BY unit_id
                        ), members AS (
                            SELECT unit_id, count(*)::int AS number,
                                   count(*) FILTER (WHERE kind = 'probationary')::int AS probationary
                            FROM organization.memberships
                            WHERE sphere = 'party' AND kind IN ('full', 'probationary')
                              AND recorded_to = 'infinity' AND valid_from <= :on AND valid_to > :on
                            GROUP BY unit_id
                        )
                        SELECT h.unit_id, h.name, p.depth, coalesce(b.number, 0) AS branches,
                               coalesce(m.number, 0) AS members, coalesce(m.probationary, 0) AS probationary
                        FROM organization.v_unit_paths p
                        JOIN organization.v_unit_heads h ON h.unit_id = p.unit_id
                        LEFT JOIN branches b ON b.unit_id = p.unit_id
                        LEFT JOIN members m ON m.unit_id = p.unit_id
                        WHERE p.ancestor_id = :root
                        ORDER BY p.depth, h.code
                        LIMIT 1000
                        """).bind("on", on).list(UnitSums.Sum.class);
    }
}

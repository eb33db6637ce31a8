package org.yijitong.organization;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/**
 * The closure of "stands under", kept beside the versions it follows from: who is below whom, at every depth, on
 * every day, as known at every moment. Recomputed for one unit in two statements after each change of its tree.
 */
@Component
class PathStore {
    private static final String COMPUTED = """
            WITH RECURSIVE step AS (
                SELECT v.organization_id AS descendant_id, v.organization_id AS ancestor_id, 0 AS depth,
                       v.valid_from, v.valid_to
                FROM organization.organization_versions v
                WHERE v.unit_id = :unit AND v.recorded_to = 'infinity'
                UNION ALL
                SELECT s.descendant_id, v.superior_id, s.depth + 1,
                       greatest(s.valid_from, v.valid_from), least(s.valid_to, v.valid_to)
                FROM step s
                JOIN organization.organization_versions v
                  ON v.unit_id = :unit AND v.organization_id = s.ancestor_id AND v.recorded_to = 'infinity'
                 AND v.valid_from < s.valid_to AND v.valid_to > s.valid_from
                WHERE v.superior_id IS NOT NULL AND s.depth < 20
            ), computed AS (
                SELECT descendant_id, ancestor_id, depth, lower(piece) AS valid_from, upper(piece) AS valid_to
                FROM (SELECT descendant_id, ancestor_id, depth,
                             unnest(range_agg(daterange(valid_from, valid_to))) AS piece
                      FROM step GROUP BY descendant_id, ancestor_id, depth) pieces
            )
            """;

    private final Db db;

    PathStore(Db db) {
        this.db = db;
    }

    void recompute(UnitId unit, Instant recorded) {
        db.in(unit, COMPUTED + """
                                UPDATE organization.organization_paths p SET recorded_to = :recorded
                                WHERE p.unit_id = :unit AND p.recorded_to = 'infinity' AND NOT EXISTS (
                                    SELECT FROM computed c
                                    WHERE (c.descendant_id, c.ancestor_id, c.depth, c.valid_from, c.valid_to)
                                        = (p.descendant_id, p.ancestor_id, p.depth, p.valid_from, p.valid_to))
                                """).bind("recorded", recorded).run();
        db.in(unit, COMPUTED + """
                                INSERT INTO organization.organization_paths (unit_id, descendant_id, ancestor_id,
                                    depth, valid_from, valid_to, recorded_from, recorded_to)
                                SELECT :unit, c.descendant_id, c.ancestor_id, c.depth, c.valid_from, c.valid_to,
                                       :recorded, 'infinity'
                                FROM computed c
                                WHERE NOT EXISTS (
                                    SELECT FROM organization.organization_paths p
                                    WHERE p.unit_id = :unit AND p.recorded_to = 'infinity'
                                      AND (c.descendant_id, c.ancestor_id, c.depth, c.valid_from, c.valid_to)
                                        = (p.descendant_id, p.ancestor_id, p.depth, p.valid_from, p.valid_to))
                                """).bind("recorded", recorded).run();
    }
}

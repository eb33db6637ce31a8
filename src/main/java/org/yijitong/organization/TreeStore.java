package org.yijitong.organization;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * What the scope reaches of one tree, superiors before those below them. Who is below whom is told by the rows
     * themselves, so only of the topmost among them is it asked how deep they are.
     */
    List<TreeRow> tree(Scope scope, Tree tree, AsOf asOf) {
        List<TreeRow> rows = rows(scope, tree, asOf);
        Map<OrganizationId, TreeRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.organizationId(), row));
        List<OrganizationId> topmost = rows.stream()
                .filter(row -> row.superiorId() == null || !byId.containsKey(row.superiorId()))
                .map(TreeRow::organizationId)
                .toList();
        Map<OrganizationId, Integer> depths = depths(scope, topmost, asOf);
        // The administrative tree stands below the top organization, which belongs to the other tree.
        int above = tree == Tree.ADMINISTRATIVE ? 1 : 0;
        return rows.stream()
                .map(row -> row.at(depth(row, byId, depths) - above))
                .sorted(Comparator.comparingInt(TreeRow::depth))
                .toList();
    }

    private static int depth(TreeRow row, Map<OrganizationId, TreeRow> byId, Map<OrganizationId, Integer> depths) {
        Integer known = depths.get(row.organizationId());
        if (known != null) {
            return known;
        }
        TreeRow superior = row.superiorId() == null ? null : byId.get(row.superiorId());
        int depth = superior == null ? 0 : depth(superior, byId, depths) + 1;
        depths.put(row.organizationId(), depth);
        return depth;
    }

    private List<TreeRow> rows(Scope scope, Tree tree, AsOf asOf) {
        return db.in(scope.unit(), """
                        SELECT v.organization_id, v.name, v.short_name, v.kind, v.superior_id, 0 AS depth, v.position,
                               v.valid_from AS since
                        FROM organization.organization_versions v
                        JOIN organization.organizations o
                          ON o.unit_id = :unit AND o.organization_id = v.organization_id AND o.tree = :tree
                        WHERE v.unit_id = :unit AND v.valid_from <= :on AND v.valid_to > :on
                          AND v.recorded_from < :known AND v.recorded_to >= :known
                          AND v.organization_id IN (
                              SELECT organization_id FROM organization.reach(:unit, :top, :today))
                        ORDER BY v.position, v.name, v.organization_id
                        LIMIT 20000
                        """)
                .bind("tree", tree)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .bind("top", scope.top())
                .bind("today", days.today())
                .list(TreeRow.class);
    }

    record Depth(OrganizationId organizationId, int depth) {}

    private Map<OrganizationId, Integer> depths(Scope scope, List<OrganizationId> organizations, AsOf asOf) {
        Map<OrganizationId, Integer> depths = new HashMap<>();
        db.in(scope.unit(), """
                        SELECT descendant_id AS organization_id, max(depth) AS depth
                        FROM organization.organization_paths
                        WHERE unit_id = :unit AND descendant_id = ANY(:ids::uuid[])
                          AND valid_from <= :on AND valid_to > :on
                          AND recorded_from < :known AND recorded_to >= :known
                        GROUP BY descendant_id
                        """)
                .bind("ids", organizations)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .list(Depth.class)
                .forEach(each -> depths.put(each.organizationId(), each.depth()));
        return depths;
    }
}

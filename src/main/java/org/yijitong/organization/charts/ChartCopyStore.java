package org.yijitong.organization.charts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.Tree;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;

/** Reads a tree with everything a chart says of its organizations. */
@Component
class ChartCopyStore {
    private final Db db;
    private final Days days;

    ChartCopyStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    record Line(
            OrganizationId organizationId,
            @Nullable String code,
            String name,
            @Nullable String shortName,
            OrganizationKind kind,
            @Nullable OrganizationId superiorId,
            @Nullable String superiorCode,
            @Nullable String superiorName,
            LocalDate foundedOn,
            @Nullable String approvalNumber,
            int position) {}

    /** What the scope reaches of one tree; siblings in their order. A superior out of reach is not named. */
    List<Line> tree(Scope scope, Tree tree, AsOf asOf) {
        return db.in(scope.unit(), """
                        WITH within AS MATERIALIZED (
                            SELECT organization_id FROM organization.reach(:unit, :top, :today)
                        ), standing AS MATERIALIZED (
                            SELECT v.organization_id, o.code, o.tree, v.name, v.short_name, v.kind, v.superior_id,
                                   v.approval_number, v.position
                            FROM organization.organization_versions v
                            JOIN organization.organizations o
                              ON o.unit_id = :unit AND o.organization_id = v.organization_id
                            WHERE v.unit_id = :unit AND v.valid_from <= :on AND v.valid_to > :on
                              AND v.recorded_from < :known AND v.recorded_to >= :known
                              AND v.organization_id IN (SELECT organization_id FROM within)
                        )
                        SELECT s.organization_id, s.code, s.name, s.short_name, s.kind, s.superior_id,
                               a.code AS superior_code, a.name AS superior_name, f.founded_on, s.approval_number,
                               s.position
                        FROM standing s
                        LEFT JOIN standing a ON a.organization_id = s.superior_id
                        JOIN (SELECT organization_id, min(valid_from) AS founded_on
                              FROM organization.organization_versions
                              WHERE unit_id = :unit AND recorded_from < :known AND recorded_to >= :known
                              GROUP BY organization_id) f ON f.organization_id = s.organization_id
                        WHERE s.tree = :tree
                        ORDER BY s.position, s.name, s.organization_id
                        """)
                .bind("tree", tree)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .bind("top", scope.top())
                .bind("today", days.today())
                .list(Line.class);
    }
}

package org.yijitong.organization;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Reads whole trees with their past and future; gives codes. */
@Component
class TreePlanStore {
    private final Db db;
    private final Days days;

    TreePlanStore(Db db, Days days) {
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
            int position,
            @Nullable String approvalNumber,
            LocalDate validFrom,
            LocalDate validTo) {
        Segment<OrganizationState> segment() {
            return new Segment<>(
                    validFrom,
                    validTo,
                    new OrganizationState(name, shortName, kind, superiorId, position, approvalNumber));
        }
    }

    /** Everything held to be so now about all the scope reaches, of both trees and of any day. */
    List<Line> everything(Scope scope) {
        return db.in(scope.unit(), """
                        SELECT v.organization_id, o.code, v.name, v.short_name, v.kind, v.superior_id, v.position,
                               v.approval_number, v.valid_from, v.valid_to
                        FROM organization.organization_versions v
                        JOIN organization.organizations o
                          ON o.unit_id = :unit AND o.organization_id = v.organization_id
                        WHERE v.unit_id = :unit AND v.recorded_to = 'infinity' AND v.organization_id IN (
                            SELECT organization_id FROM organization.reach(:unit, :top, :today))
                        ORDER BY v.organization_id, v.valid_from
                        """)
                .bind("top", scope.top())
                .bind("today", days.today())
                .list(Line.class);
    }

    record Given(OrganizationId organizationId, String code) {}

    /** Gives codes to organizations that have none; how many got theirs. */
    int giveCodes(UnitId unit, List<Given> given) {
        return db.in(unit, """
                        UPDATE organization.organizations o SET code = r.code
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(organization_id uuid, code text)
                        WHERE o.unit_id = :unit AND o.organization_id = r.organization_id AND o.code IS NULL
                        """).rows("rows", given).run();
    }

    /** Whether, after a change, an organization stands below itself on some day. */
    boolean circular(UnitId unit) {
        return db.in(unit, """
                        SELECT EXISTS (SELECT FROM organization.organization_paths
                            WHERE unit_id = :unit AND recorded_to = 'infinity' AND depth > 0
                              AND descendant_id = ancestor_id)
                        """).one(Boolean.class);
    }
}

package org.yijitong.matter;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;

/** The statement over the organizations above those who act: a branch names its committee, though it reaches only itself. */
@Component
class SuperiorStore {
    private final Db db;
    private final Days days;

    SuperiorStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** One of them. */
    record Superior(OrganizationId organizationId, OrganizationKind kind, String name) {}

    /** Those above the organization at which the reach ends, today and in this unit; the nearest first. */
    List<Superior> above(Scope scope) {
        return db.in(scope.unit(), """
                        SELECT o.organization_id, o.kind, coalesce(o.short_name, o.name) AS name
                        FROM organization.v_paths p
                        JOIN organization.v_organizations o
                            ON o.unit_id = p.unit_id AND o.organization_id = p.ancestor_id
                        WHERE p.unit_id = :unit AND o.unit_id = :unit AND p.descendant_id = :top AND p.depth > 0
                          AND p.valid_from <= :today AND p.valid_to > :today
                          AND o.valid_from <= :today AND o.valid_to > :today
                        ORDER BY p.depth LIMIT 20
                        """)
                .bind("top", scope.top())
                .bind("today", days.today())
                .list(Superior.class);
    }
}

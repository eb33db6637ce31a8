package org.yijitong.overview;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Who holds a post in the organization above, whom anyone below may call at work. */
@Component
class CallStore {
    private final Db db;

    CallStore(Db db) {
        this.db = db;
    }

    /** Those who do the daily work first: the full-time deputy, the member for organization, then the others. */
    List<Why.Call> above(UnitId unit, OrganizationId organization, LocalDate day) {
        return db.in(unit, """
                        SELECT coalesce(o.short_name, o.name) AS organization, a.post, p.name, p.office_phone AS phone
                        FROM organization.v_paths w
                        JOIN organization.v_organizations o ON o.unit_id = :unit
                            AND o.organization_id = w.ancestor_id AND o.valid_from <= :day AND o.valid_to > :day
                        JOIN organization.v_appointments a ON a.unit_id = :unit
                            AND a.organization_id = o.organization_id AND a.valid_from <= :day AND a.valid_to > :day
                        JOIN organization.v_people p ON p.unit_id = :unit AND p.person_id = a.person_id
                        WHERE w.unit_id = :unit AND w.descendant_id = :organization AND w.depth = 1
                          AND w.valid_from <= :day AND w.valid_to > :day
                        ORDER BY CASE a.post WHEN 'full_time_deputy_secretary' THEN 0 WHEN 'organization_member' THEN 1
                            WHEN 'deputy_secretary' THEN 2 WHEN 'secretary' THEN 3 ELSE 4 END,
                            p.office_phone IS NULL, p.name_pinyin COLLATE "C", p.person_id
                        LIMIT 2
                        """)
                .bind("organization", organization)
                .bind("day", day)
                .list(Why.Call.class);
    }
}

package org.yijitong.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/**
 * The statements over people who left. An entry joined into another goes with it; one that never belonged anywhere and
 * was not taken back is not of someone who left. A day of leaving is typed and may be wrong: it counts only some days after
 * it was noted.
 */
@Component
class LeaverStore {
    private static final String LEFT = """
            FROM organization.people p
            WHERE p.unit_id = :unit
              AND (coalesce(p.sex, p.ethnicity, p.native_place, p.education, p.phone, p.office_phone, p.job_title, p.note)
                       IS NOT NULL
                   OR p.birth_date IS NOT NULL OR p.work_started_on IS NOT NULL
                   OR EXISTS (SELECT FROM organization.identity_numbers n
                       WHERE n.unit_id = :unit AND n.person_id = p.person_id)
                   OR EXISTS (SELECT FROM organization.person_changes c
                       WHERE c.unit_id = :unit AND c.person_id = p.person_id AND c.detail <> '{}'
                         AND c.kind IN ('amended', 'imported', 'import_undone')))
              AND (p.removed_at < :moment OR EXISTS (SELECT FROM organization.memberships m
                       WHERE m.unit_id = :unit AND m.person_id = coalesce(p.merged_into, p.person_id)
                         AND m.recorded_to = 'infinity'))
              AND NOT EXISTS (SELECT FROM organization.memberships m
                       WHERE m.unit_id = :unit AND m.person_id = coalesce(p.merged_into, p.person_id)
                         AND m.recorded_to = 'infinity' AND (m.valid_to >= :before OR m.recorded_from >= :noted))
              AND NOT EXISTS (SELECT FROM organization.appointments a
                       WHERE a.unit_id = :unit AND a.person_id = coalesce(p.merged_into, p.person_id)
                         AND a.recorded_to = 'infinity' AND (a.valid_to >= :before OR a.recorded_from >= :noted))
            """;

    private final Db db;

    LeaverStore(Db db) {
        this.db = db;
    }

    int count(UnitId unit, LocalDate before, LocalDate noted, int most) {
        return db.in(unit, "SELECT count(*)::int FROM (SELECT p.person_id " + LEFT + " LIMIT :most) AS left_ones")
                .bind("before", before)
                .bind("moment", Days.endOf(before.minusDays(1)))
                .bind("noted", Days.endOf(noted.minusDays(1)))
                .bind("most", most)
                .one(Integer.class);
    }

    /** Takes hold of some; those another node is at are left to it. */
    List<PersonId> take(UnitId unit, LocalDate before, LocalDate noted, int most) {
        return db.in(
                        unit,
                        "SELECT p.person_id " + LEFT + " ORDER BY p.person_id LIMIT :most FOR UPDATE OF p SKIP LOCKED")
                .bind("before", before)
                .bind("moment", Days.endOf(before.minusDays(1)))
                .bind("noted", Days.endOf(noted.minusDays(1)))
                .bind("most", most)
                .list(PersonId.class);
    }

    /** Those of some people whom there is a row of. */
    List<PersonId> present(UnitId unit, Collection<UUID> people) {
        return db.in(unit, """
                        SELECT person_id FROM organization.people
                        WHERE unit_id = :unit AND person_id = ANY(:people::uuid[]) ORDER BY person_id FOR UPDATE
                        """).bind("people", people).list(PersonId.class);
    }

    void clear(UnitId unit, List<PersonId> people) {
        db.in(unit, """
                        UPDATE organization.people
                        SET sex = NULL, ethnicity = NULL, native_place = NULL, birth_date = NULL, work_started_on = NULL,
                            education = NULL, phone = NULL, office_phone = NULL, job_title = NULL, note = NULL,
                            revision = revision + 1
                        WHERE unit_id = :unit AND person_id = ANY(:people::uuid[])
                        """).bind("people", people).run();
        db.in(unit, """
                        UPDATE organization.person_changes SET detail = '{}'
                        WHERE unit_id = :unit AND person_id = ANY(:people::uuid[]) AND detail <> '{}'
                          AND kind IN ('amended', 'imported', 'import_undone')
                        """).bind("people", people).run();
    }
}

package org.yijitong.organization.imports;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;

/**
 * Compares all rows of an import with what is held, set-based: who is it, what differs. Run when checking, and once more
 * inside the transaction that puts the rows in.
 */
@Component
class ImportMatchStore {
    private final Db db;

    ImportMatchStore(Db db) {
        this.db = db;
    }

    /** Makes the rows known to the planner; in a transaction of its own, since it keeps others from doing the same. */
    void know(Scope scope) {
        db.in(scope.unit(), "SELECT organization.know_import_rows(:unit)").one(UUID.class);
    }

    void match(Scope scope, ImportId id, LocalDate on) {
        forget(scope, id);
        sameNumberTwice(scope, id);
        byNumber(scope, id);
        byName(scope, id, on);
        sameNameTwice(scope, id);
        heldElsewhere(scope, id);
        compare(scope, id, on);
    }

    /** Whatever an earlier comparison said; the faults of the cells themselves stay. */
    private void forget(Scope scope, ImportId id) {
        db.in(scope.unit(), """
                        UPDATE organization.import_rows
                        SET person_id = NULL, revision = NULL, changes = '{}',
                            faults = own.faults,
                            verdict = CASE WHEN verdict = 'left' THEN 'left'
                                           WHEN own.faults = '[]' THEN 'added' ELSE 'refused' END
                        FROM (SELECT line AS own_line, coalesce((SELECT jsonb_agg(f)
                                  FROM jsonb_array_elements(r.faults) f
                                  WHERE f ->> 'key' NOT LIKE 'imports.fault.held.%'), '[]') AS faults
                              FROM organization.import_rows r
                              WHERE r.unit_id = :unit AND r.import_id = :id) own
                        WHERE unit_id = :unit AND import_id = :id AND line = own_line
                          AND (person_id IS NOT NULL OR import_rows.faults <> own.faults
                               OR verdict IN ('changed', 'same'))
                        """).bind("id", id).run();
    }

    /** Of two rows with one number the first is kept, unless a person left it out. */
    private void sameNumberTwice(Scope scope, ImportId id) {
        db.in(scope.unit(), """
                        UPDATE organization.import_rows r
                        SET verdict = 'refused', faults = r.faults || jsonb_build_object('field', 'identity_number',
                            'column', -1, 'key', :key::text,
                            'arguments', jsonb_build_array(twin.sheet_name, twin.row_number::text),
                            'offers', jsonb_build_array(
                                jsonb_build_object('value', 'leave:' || r.sheet || ':' || r.row_number,
                                    'label', 'leaveThis'),
                                jsonb_build_object('value', 'leave:' || twin.sheet || ':' || twin.row_number,
                                    'label', 'leaveOther')))
                        FROM (SELECT line, first_value(line) OVER w AS first_line, first_value(sheet) OVER w AS sheet,
                                     first_value(sheet_name) OVER w AS sheet_name,
                                     first_value(row_number) OVER w AS row_number
                              FROM organization.import_rows
                              WHERE unit_id = :unit AND import_id = :id AND identity_hash IS NOT NULL
                                AND verdict <> 'left'
                              WINDOW w AS (PARTITION BY identity_hash ORDER BY line)) twin
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.line = twin.line
                          AND twin.first_line <> twin.line
                        """)
                .bind("id", id)
                .bind("key", "imports.fault.held.numberTwice")
                .run();
    }

    private void byNumber(Scope scope, ImportId id) {
        db.in(scope.unit(), """
                        UPDATE organization.import_rows r SET person_id = n.person_id
                        FROM organization.identity_numbers n
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.verdict = 'added'
                          AND n.unit_id = :unit AND n.number_hash = decode(r.identity_hash, 'hex')
                        """).bind("id", id).run();
    }

    /**
     * Without a number to go by: the one person of that name in that branch, or elsewhere in the unit with the same
     * birthday or day of joining. Several, and none can be told from the others: asked.
     */
    private void byName(Scope scope, ImportId id, LocalDate on) {
        db.in(scope.unit(), """
                        WITH candidate AS (
                            SELECT r.line, p.person_id,
                                   CASE WHEN m.organization_id = r.organization_id THEN 2 ELSE 0 END
                                 + CASE WHEN p.birth_date = r.birth_date THEN 4 ELSE 0 END
                                 + CASE WHEN p.joined_on = r.joined_on THEN 1 ELSE 0 END AS likeness
                            FROM organization.import_rows r
                            JOIN organization.people p ON p.unit_id = :unit AND p.name = r.name
                             AND p.merged_into IS NULL AND p.removed_at IS NULL
                            JOIN organization.memberships m ON m.unit_id = :unit AND m.person_id = p.person_id
                             AND m.sphere = 'party' AND m.recorded_to = 'infinity'
                             AND m.valid_from <= :on AND m.valid_to > :on
                             AND m.organization_id IN (SELECT organization_id
                                 FROM organization.reach(:unit, :top, :on))
                            LEFT JOIN organization.identity_numbers n ON n.unit_id = :unit
                             AND n.person_id = p.person_id
                            WHERE r.unit_id = :unit AND r.import_id = :id AND r.verdict = 'added'
                              AND r.person_id IS NULL
                              AND (n.number_hash IS NULL OR r.identity_hash IS NULL)
                              AND (p.birth_date IS NULL OR r.birth_date IS NULL OR p.birth_date = r.birth_date)
                        ), likeliest AS (
                            SELECT line, (array_agg(person_id ORDER BY likeness DESC, person_id))[1] AS person_id,
                                   max(likeness) AS likeness,
                                   count(*) FILTER (WHERE likeness = best) AS rivals
                            FROM (SELECT candidate.*, max(likeness) OVER (PARTITION BY line) AS best
                                  FROM candidate) c
                            WHERE best > 0
                            GROUP BY line
                        )
                        UPDATE organization.import_rows r
                        SET person_id = CASE WHEN l.rivals = 1 THEN l.person_id END,
                            verdict = CASE WHEN l.rivals = 1 THEN r.verdict ELSE 'refused' END,
                            faults = CASE WHEN l.rivals = 1 THEN r.faults
                                ELSE r.faults || jsonb_build_object('field', 'name', 'column', -1,
                                    'key', :key::text,
                                    'arguments', jsonb_build_array(r.name, l.rivals::text), 'offers', '[]'::jsonb) END
                        FROM likeliest l
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.line = l.line
                        """)
                .bind("id", id)
                .bind("key", "imports.fault.held.severalPeople")
                .bind("on", on)
                .bind("top", scope.top())
                .run();
    }

    /** Two rows that would be one person, and two new rows that nothing tells apart. */
    private void sameNameTwice(Scope scope, ImportId id) {
        db.in(scope.unit(), """
                        UPDATE organization.import_rows r
                        SET verdict = 'refused', person_id = NULL,
                            faults = r.faults || jsonb_build_object('field', 'name',
                            'column', -1, 'key', :key::text,
                            'arguments', jsonb_build_array(twin.sheet_name, twin.row_number::text),
                            'offers', jsonb_build_array(
                                jsonb_build_object('value', 'leave:' || r.sheet || ':' || r.row_number,
                                    'label', 'leaveThis'),
                                jsonb_build_object('value', 'leave:' || twin.sheet || ':' || twin.row_number,
                                    'label', 'leaveOther')))
                        FROM (SELECT line, first_value(line) OVER w AS first_line, first_value(sheet) OVER w AS sheet,
                                     first_value(sheet_name) OVER w AS sheet_name,
                                     first_value(row_number) OVER w AS row_number
                              FROM organization.import_rows
                              WHERE unit_id = :unit AND import_id = :id AND verdict = 'added'
                              WINDOW w AS (PARTITION BY coalesce(person_id::text,
                                  name || '~' || organization_id || '~' || coalesce(identity_hash, birth_date::text,
                                      joined_on::text, '')) ORDER BY line)) twin
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.line = twin.line
                          AND twin.first_line <> twin.line
                        """)
                .bind("id", id)
                .bind("key", "imports.fault.held.nameTwice")
                .run();
    }

    /** A number that another unit holds, or another person here. */
    private void heldElsewhere(Scope scope, ImportId id) {
        db.in(scope.unit(), """
                        UPDATE organization.import_rows r
                        SET verdict = 'refused', faults = r.faults || jsonb_build_object('field', 'identity_number',
                            'column', -1, 'key', :key::text, 'arguments', '[]'::jsonb,
                            'offers', '[]'::jsonb)
                        FROM organization.numbers_held(ARRAY(
                            SELECT identity_hash FROM organization.import_rows
                            WHERE unit_id = :unit AND import_id = :id AND verdict = 'added'
                              AND identity_hash IS NOT NULL)) AS taken(hash)
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.identity_hash = taken.hash
                          AND r.verdict = 'added' AND NOT EXISTS (
                              SELECT FROM organization.identity_numbers n
                              WHERE n.unit_id = :unit AND n.number_hash = decode(r.identity_hash, 'hex')
                                AND n.person_id = r.person_id)
                        """)
                .bind("id", id)
                .bind("key", "imports.fault.held.otherUnit")
                .run();
    }

    /**
     * What differs between a row and what is held, of the fields that the file gives; blanks never erase, and the gaps
     * within a telephone number that reading closes are no difference.
     */
    private void compare(Scope scope, ImportId id, LocalDate on) {
        db.in(scope.unit(), """
                        UPDATE organization.import_rows r
                        SET changes = d.changes, revision = d.revision,
                            verdict = CASE WHEN d.changes = '{}' THEN 'same' ELSE 'changed' END
                        FROM (
                            SELECT i.line, p.revision, coalesce((
                                SELECT jsonb_object_agg(field, jsonb_build_array(before, after))
                                FROM (VALUES
                                    ('NAME', p.name, i.name),
                                    ('SEX', p.sex, i.sex),
                                    ('ETHNICITY', p.ethnicity, i.ethnicity),
                                    ('NATIVE_PLACE', p.native_place, i.native_place),
                                    ('BIRTH_DATE', p.birth_date::text, i.birth_date::text),
                                    ('JOINED_ON', p.joined_on::text, i.joined_on::text),
                                    ('CONFIRMED_ON', p.confirmed_on::text, i.confirmed_on::text),
                                    ('WORK_START', p.work_started_on::text, i.work_started_on::text),
                                    ('EDUCATION', p.education, i.education),
                                    ('PHONE', CASE WHEN i.phone = regexp_replace(normalize(p.phone, NFKC), :gap,
                                        '', 'g') THEN i.phone ELSE p.phone END, i.phone),
                                    ('OFFICE_PHONE', CASE WHEN i.office_phone = regexp_replace(
                                        normalize(p.office_phone, NFKC), :gap, '', 'g')
                                        THEN i.office_phone ELSE p.office_phone END, i.office_phone),
                                    ('EMPLOYER', p.job_title, i.job_title),
                                    ('NOTE', p.note, i.note),
                                    ('BRANCH', m.organization_id::text, i.organization_id::text),
                                    ('GROUP', m.group_id::text, i.group_id::text),
                                    ('KIND', m.kind, i.kind),
                                    ('STATES', array_to_string(m.states, ','), (
                                        SELECT string_agg(s, ',' ORDER BY s) FROM unnest(i.states) s)),
                                    ('IDENTITY_NUMBER', CASE WHEN n.number_hash IS NULL THEN NULL
                                        ELSE i.identity_shown END, i.identity_shown),
                                    ('DECEASED', NULL, CASE WHEN i.deceased THEN 'true' END)
                                ) AS v(field, before, after)
                                WHERE after IS NOT NULL AND before IS DISTINCT FROM after
                                  AND (field = ANY(i.given) OR field IN ('STATES', 'DECEASED'))), '{}') AS changes
                            FROM organization.import_rows i
                            JOIN organization.people p ON p.unit_id = :unit AND p.person_id = i.person_id
                            LEFT JOIN organization.memberships m ON m.unit_id = :unit AND m.person_id = i.person_id
                             AND m.sphere = 'party' AND m.recorded_to = 'infinity'
                             AND m.valid_from <= :on AND m.valid_to > :on
                            LEFT JOIN organization.identity_numbers n ON n.unit_id = :unit
                             AND n.person_id = i.person_id
                            WHERE i.unit_id = :unit AND i.import_id = :id AND i.verdict = 'added'
                        ) d
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.line = d.line
                        """)
                .bind("id", id)
                .bind("on", on)
                .bind("gap", RowReader.GAP)
                .run();
    }

    /** One text for everything an import would do, to see whether the roster changed since it was checked. */
    String fingerprint(Scope scope, ImportId id) {
        return db.in(scope.unit(), """
                        SELECT coalesce(md5(string_agg(line || ':' || verdict || ':' || coalesce(person_id::text, '')
                               || ':' || coalesce(revision, 0) || ':' || changes::text, ';' ORDER BY line)), '')
                        FROM organization.import_rows WHERE unit_id = :unit AND import_id = :id
                        """).bind("id", id).one(String.class);
    }
}

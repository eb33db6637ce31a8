package org.yijitong.organization.imports;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.yijitong.organization.PersonTokens;
import org.yijitong.shared.Db;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Takes a whole import back: set-based, in the caller's one transaction. */
@Component
class ImportUndoStore {
    private final Db db;

    ImportUndoStore(Db db) {
        this.db = db;
    }

    /**
     * Nothing rests on the import yet.
     *
     * @throws Refused when something does
     */
    void requireUnused(Scope scope, ImportId id, Instant applied) {
        requireRows(scope, id);
        int resting = restedOn(scope, id, applied);
        if (resting > 0) {
            throw new Refused("imports.refused.restedOn", resting);
        }
    }

    /** @throws Refused when its rows were removed, as the register of personal data has it */
    void requireRows(Scope scope, ImportId id) {
        boolean there = db.in(scope.unit(), """
                        SELECT EXISTS (SELECT FROM organization.import_rows WHERE unit_id = :unit AND import_id = :id)
                        """).bind("id", id).one(Boolean.class);
        if (!there) {
            throw new Refused("imports.refused.past");
        }
    }

    /** How many of its people something else rests on by now: a later change, another membership, a post. */
    private int restedOn(Scope scope, ImportId id, Instant applied) {
        return db.in(scope.unit(), """
                        SELECT count(DISTINCT r.person_id)::int
                        FROM organization.import_rows r
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.verdict IN ('added', 'changed') AND (
                            EXISTS (SELECT FROM organization.person_changes c
                                WHERE c.unit_id = :unit AND c.person_id = r.person_id AND c.recorded_at > :applied)
                            OR EXISTS (SELECT FROM organization.memberships m
                                WHERE m.unit_id = :unit AND m.person_id = r.person_id
                                  AND (m.recorded_from > :applied
                                       OR (m.recorded_to > :applied AND m.recorded_to < 'infinity')))
                            OR EXISTS (SELECT FROM organization.appointments a
                                WHERE a.unit_id = :unit AND a.person_id = r.person_id
                                  AND a.recorded_from >= :applied))
                        """).bind("id", id).bind("applied", applied).one(Integer.class);
    }

    void removeAdded(Scope scope, ImportId id, Instant now) {
        db.in(scope.unit(), """
                        UPDATE organization.people p SET removed_at = :now, revision = p.revision + 1
                        FROM organization.import_rows r
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.verdict = 'added'
                          AND p.unit_id = :unit AND p.person_id = r.person_id
                        """).bind("id", id).bind("now", now).run();
        db.in(scope.unit(), """
                        DELETE FROM organization.people_tokens t USING organization.import_rows r
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.verdict = 'added'
                          AND t.unit_id = :unit AND t.person_id = r.person_id
                        """).bind("id", id).run();
        db.in(scope.unit(), """
                        DELETE FROM organization.identity_numbers n USING organization.import_rows r
                        WHERE r.unit_id = :unit AND r.import_id = :id
                          AND (r.verdict = 'added' OR r.changes -> 'IDENTITY_NUMBER' IS NOT NULL)
                          AND n.unit_id = :unit AND n.person_id = r.person_id
                        """).bind("id", id).run();
    }

    /** Puts back what stood there before, field by field. */
    void restoreChanged(Scope scope, ImportId id) {
        db.in(scope.unit(), """
                        UPDATE organization.people p
                        SET name = coalesce(r.changes -> 'NAME' ->> 0, p.name),
                            sex = CASE WHEN r.changes -> 'SEX' IS NULL THEN p.sex ELSE r.changes -> 'SEX' ->> 0 END,
                            ethnicity = CASE WHEN r.changes -> 'ETHNICITY' IS NULL THEN p.ethnicity
                                ELSE r.changes -> 'ETHNICITY' ->> 0 END,
                            native_place = CASE WHEN r.changes -> 'NATIVE_PLACE' IS NULL THEN p.native_place
                                ELSE r.changes -> 'NATIVE_PLACE' ->> 0 END,
                            birth_date = CASE WHEN r.changes -> 'BIRTH_DATE' IS NULL THEN p.birth_date
                                ELSE (r.changes -> 'BIRTH_DATE' ->> 0)::date END,
                            joined_on = CASE WHEN r.changes -> 'JOINED_ON' IS NULL THEN p.joined_on
                                ELSE (r.changes -> 'JOINED_ON' ->> 0)::date END,
                            confirmed_on = CASE WHEN r.changes -> 'CONFIRMED_ON' IS NULL THEN p.confirmed_on
                                ELSE (r.changes -> 'CONFIRMED_ON' ->> 0)::date END,
                            work_started_on = CASE WHEN r.changes -> 'WORK_START' IS NULL THEN p.work_started_on
                                ELSE (r.changes -> 'WORK_START' ->> 0)::date END,
                            education = CASE WHEN r.changes -> 'EDUCATION' IS NULL THEN p.education
                                ELSE r.changes -> 'EDUCATION' ->> 0 END,
                            phone = CASE WHEN r.changes -> 'PHONE' IS NULL THEN p.phone
                                ELSE r.changes -> 'PHONE' ->> 0 END,
                            office_phone = CASE WHEN r.changes -> 'OFFICE_PHONE' IS NULL THEN p.office_phone
                                ELSE r.changes -> 'OFFICE_PHONE' ->> 0 END,
                            job_title = CASE WHEN r.changes -> 'EMPLOYER' IS NULL THEN p.job_title
                                ELSE r.changes -> 'EMPLOYER' ->> 0 END,
                            note = CASE WHEN r.changes -> 'NOTE' IS NULL THEN p.note
                                ELSE r.changes -> 'NOTE' ->> 0 END,
                            revision = p.revision + 1
                        FROM organization.import_rows r
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.verdict = 'changed'
                          AND p.unit_id = :unit AND p.person_id = r.person_id
                        """).bind("id", id).run();
    }

    /** Memberships are again what they were just before the import was put in. */
    void restoreBelonging(Scope scope, ImportId id, Instant applied, Instant now) {
        db.in(scope.unit(), """
                        UPDATE organization.memberships m SET recorded_to = :now
                        FROM organization.import_rows r
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.verdict IN ('added', 'changed')
                          AND m.unit_id = :unit AND m.person_id = r.person_id AND m.recorded_from = :applied
                          AND m.recorded_to = 'infinity'
                        """)
                .bind("id", id)
                .bind("applied", applied)
                .bind("now", now)
                .run();
        db.in(scope.unit(), """
                        INSERT INTO organization.memberships (unit_id, membership_id, person_id, sphere,
                            organization_id, group_id, kind, states, valid_from, valid_to, ended_by, recorded_from,
                            recorded_to)
                        SELECT m.unit_id, gen_random_uuid(), m.person_id, m.sphere, m.organization_id, m.group_id,
                               m.kind, m.states, m.valid_from, m.valid_to, m.ended_by, :now, 'infinity'
                        FROM organization.memberships m
                        JOIN organization.import_rows r ON r.unit_id = :unit AND r.import_id = :id
                         AND r.person_id = m.person_id AND r.verdict = 'changed'
                        WHERE m.unit_id = :unit AND m.recorded_to = :applied
                        """)
                .bind("id", id)
                .bind("applied", applied)
                .bind("now", now)
                .run();
    }

    /** Whose name was changed by the import, with the name they bear again. */
    java.util.List<PersonTokens.Named> renamed(Scope scope, ImportId id) {
        return db.in(scope.unit(), """
                        SELECT person_id, changes -> 'NAME' ->> 0 AS name FROM organization.import_rows
                        WHERE unit_id = :unit AND import_id = :id AND changes -> 'NAME' IS NOT NULL
                        """).bind("id", id).list(PersonTokens.Named.class);
    }

    void note(Scope scope, ImportId id, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO organization.person_changes (unit_id, change_id, person_id, recorded_at, account_id,
                            kind)
                        SELECT unit_id, gen_random_uuid(), person_id, :now, :account, 'import_undone'
                        FROM organization.import_rows
                        WHERE unit_id = :unit AND import_id = :id AND verdict IN ('added', 'changed')
                        """)
                .bind("id", id)
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }
}

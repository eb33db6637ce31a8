package org.yijitong.organization.imports;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;

/** Puts the rows of an import into the roster: set-based, in the caller's one transaction. */
@Component
class ImportApplyStore {
    private final Db db;

    ImportApplyStore(Db db) {
        this.db = db;
    }

    void addPeople(Scope scope, ImportId id) {
        db.in(scope.unit(), """
                        INSERT INTO organization.people (unit_id, person_id, name, name_pinyin, sex, ethnicity,
                            native_place, birth_date, joined_on, confirmed_on, work_started_on, education, phone,
                            office_phone, job_title, note)
                        SELECT unit_id, new_person_id, name, name_pinyin, sex, ethnicity, native_place, birth_date,
                               joined_on, confirmed_on, work_started_on, education, phone, office_phone, job_title,
                               note
                        FROM organization.import_rows
                        WHERE unit_id = :unit AND import_id = :id AND verdict = 'added'
                        """).bind("id", id).run();
        db.in(scope.unit(), """
                        UPDATE organization.import_rows SET person_id = new_person_id
                        WHERE unit_id = :unit AND import_id = :id AND verdict = 'added'
                        """).bind("id", id).run();
    }

    /**
     * Forgets this connection's plans. A connection keeps the plan by which foreign keys are checked; made while few
     * people were held, it searches all people for each row put in, which for 50,000 rows takes minutes.
     */
    void planAnew() {
        db.global("DISCARD PLANS").run();
    }

    void addBelonging(Scope scope, ImportId id, LocalDate on, Instant recorded) {
        db.in(scope.unit(), """
                        INSERT INTO organization.memberships (unit_id, membership_id, person_id, sphere,
                            organization_id, group_id, kind, states, valid_from, valid_to, recorded_from, recorded_to)
                        SELECT unit_id, gen_random_uuid(), person_id, 'party', organization_id, group_id,
                               coalesce(kind, CASE WHEN confirmed_on IS NOT NULL OR joined_on IS NOT NULL
                                   THEN 'full' ELSE 'none' END),
                               ARRAY(SELECT s FROM unnest(states) s ORDER BY s), :on, 'infinity', :recorded,
                               'infinity'
                        FROM organization.import_rows
                        WHERE unit_id = :unit AND import_id = :id AND verdict = 'added' AND NOT deceased
                        """)
                .bind("id", id)
                .bind("on", on)
                .bind("recorded", recorded)
                .run();
    }

    void amendPeople(Scope scope, ImportId id) {
        db.in(scope.unit(), """
                        UPDATE organization.people p
                        SET name = CASE WHEN r.changes -> 'NAME' IS NOT NULL THEN r.name ELSE p.name END,
                            name_pinyin = CASE WHEN r.changes -> 'NAME' IS NOT NULL THEN r.name_pinyin ELSE p.name_pinyin END,
                            sex = coalesce(r.sex, p.sex),
                            ethnicity = coalesce(r.ethnicity, p.ethnicity),
                            native_place = coalesce(r.native_place, p.native_place),
                            birth_date = coalesce(r.birth_date, p.birth_date),
                            joined_on = coalesce(r.joined_on, p.joined_on),
                            confirmed_on = coalesce(r.confirmed_on, p.confirmed_on),
                            work_started_on = coalesce(r.work_started_on, p.work_started_on),
                            education = coalesce(r.education, p.education),
                            phone = coalesce(r.phone, p.phone),
                            office_phone = coalesce(r.office_phone, p.office_phone),
                            job_title = coalesce(r.job_title, p.job_title),
                            note = coalesce(r.note, p.note),
                            revision = p.revision + 1
                        FROM organization.import_rows r
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.verdict = 'changed'
                          AND p.unit_id = :unit AND p.person_id = r.person_id
                        """).bind("id", id).run();
    }

    /** Whose name changed is no longer found by the old one. */
    void forgetNames(Scope scope, ImportId id) {
        db.in(scope.unit(), """
                        DELETE FROM organization.people_tokens t USING organization.import_rows r
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.verdict = 'changed'
                          AND r.changes -> 'NAME' IS NOT NULL
                          AND t.unit_id = :unit AND t.person_id = r.person_id
                        """).bind("id", id).run();
    }

    /** Search tokens of who is new or bears another name, of the lines after one up to another. */
    void index(Scope scope, ImportId id, int after, int last) {
        db.in(scope.unit(), """
                        INSERT INTO organization.people_tokens (unit_id, token, person_id)
                        SELECT r.unit_id, t.token, r.person_id
                        FROM organization.import_rows r, unnest(r.tokens) AS t(token)
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.line > :after AND r.line <= :last
                          AND (r.verdict = 'added' OR r.verdict = 'changed' AND r.changes -> 'NAME' IS NOT NULL)
                        ORDER BY t.token, r.person_id
                        """)
                .bind("id", id)
                .bind("after", after)
                .bind("last", last)
                .run();
    }

    /** How many numbers were kept; fewer than given when another unit took one meanwhile. */
    int keepNumbers(Scope scope, ImportId id) {
        return db.in(scope.unit(), """
                        INSERT INTO organization.identity_numbers (number_hash, unit_id, person_id, sealed)
                        SELECT decode(identity_hash, 'hex'), unit_id, person_id, decode(identity_sealed, 'hex')
                        FROM organization.import_rows
                        WHERE unit_id = :unit AND import_id = :id AND identity_hash IS NOT NULL
                          AND (verdict = 'added' OR changes -> 'IDENTITY_NUMBER' IS NOT NULL)
                        ON CONFLICT DO NOTHING
                        """).bind("id", id).run();
    }

    int numbersGiven(Scope scope, ImportId id) {
        return db.in(scope.unit(), """
                        SELECT count(*)::int FROM organization.import_rows
                        WHERE unit_id = :unit AND import_id = :id AND identity_hash IS NOT NULL
                          AND (verdict = 'added' OR changes -> 'IDENTITY_NUMBER' IS NOT NULL)
                        """).bind("id", id).one(Integer.class);
    }

    /** Branch, group, kind or states differ, or the person has died: the old belonging ends, a new one begins. */
    void moveBelonging(Scope scope, ImportId id, LocalDate on, Instant recorded) {
        db.in(scope.unit(), """
                        UPDATE organization.memberships m SET recorded_to = :recorded
                        FROM organization.import_rows r
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.verdict = 'changed'
                          AND num_nonnulls(r.changes -> 'BRANCH', r.changes -> 'GROUP', r.changes -> 'KIND',
                              r.changes -> 'STATES', r.changes -> 'DECEASED') > 0
                          AND m.unit_id = :unit AND m.person_id = r.person_id AND m.sphere = 'party'
                          AND m.recorded_to = 'infinity' AND m.valid_to > :on
                        """)
                .bind("id", id)
                .bind("on", on)
                .bind("recorded", recorded)
                .run();
        db.in(scope.unit(), """
                        INSERT INTO organization.memberships (unit_id, membership_id, person_id, sphere,
                            organization_id, group_id, kind, states, valid_from, valid_to, ended_by, recorded_from,
                            recorded_to)
                        SELECT m.unit_id, gen_random_uuid(), m.person_id, 'party', m.organization_id, m.group_id,
                               m.kind, m.states, m.valid_from, :on::date,
                               CASE WHEN r.deceased THEN 'death' ELSE 'transfer' END, :recorded::timestamptz,
                               'infinity'::timestamptz
                        FROM organization.memberships m
                        JOIN organization.import_rows r ON r.unit_id = :unit AND r.import_id = :id
                         AND r.person_id = m.person_id AND r.verdict = 'changed'
                        WHERE m.unit_id = :unit AND m.sphere = 'party' AND m.recorded_to = :recorded
                          AND m.valid_from < :on AND m.valid_to > :on
                        UNION ALL
                        SELECT m.unit_id, gen_random_uuid(), m.person_id, 'party',
                               coalesce(r.organization_id, m.organization_id),
                               CASE WHEN r.changes -> 'BRANCH' IS NOT NULL OR r.changes -> 'GROUP' IS NOT NULL THEN r.group_id
                                    ELSE m.group_id END,
                               CASE WHEN r.changes -> 'KIND' IS NOT NULL THEN r.kind ELSE m.kind END,
                               CASE WHEN r.changes -> 'STATES' IS NOT NULL THEN ARRAY(SELECT s FROM unnest(r.states) s ORDER BY s)
                                    ELSE m.states END,
                               greatest(m.valid_from, :on::date), m.valid_to, NULL, :recorded::timestamptz,
                               'infinity'::timestamptz
                        FROM organization.memberships m
                        JOIN organization.import_rows r ON r.unit_id = :unit AND r.import_id = :id
                         AND r.person_id = m.person_id AND r.verdict = 'changed' AND NOT r.deceased
                        WHERE m.unit_id = :unit AND m.sphere = 'party' AND m.recorded_to = :recorded
                          AND m.valid_to > :on
                        """)
                .bind("id", id)
                .bind("on", on)
                .bind("recorded", recorded)
                .run();
    }

    void note(Scope scope, ImportId id, LocalDate on, Instant recorded) {
        db.in(scope.unit(), """
                        INSERT INTO organization.person_changes (unit_id, change_id, person_id, recorded_at, account_id,
                            kind, effective_on, detail)
                        SELECT r.unit_id, gen_random_uuid(), r.person_id, :recorded, :account, 'imported', :on,
                               coalesce((SELECT jsonb_object_agg(k.field || '.' || k.side, coalesce(k.value, ''))
                                   FROM (SELECT c.key AS field, 'before' AS side, c.value ->> 0 AS value
                                         FROM jsonb_each(r.changes) c
                                         UNION ALL
                                         SELECT c.key, 'after', c.value ->> 1 FROM jsonb_each(r.changes) c) k), '{}')
                        FROM organization.import_rows r
                        WHERE r.unit_id = :unit AND r.import_id = :id AND r.verdict IN ('added', 'changed')
                        """)
                .bind("id", id)
                .bind("on", on)
                .bind("recorded", recorded)
                .bind("account", scope.account())
                .run();
    }
}

package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.roster.Names;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import tools.jackson.databind.json.JsonMapper;

/** People, the pieces of their names they are found by, and what was changed about them. */
@Component
class PersonStore {
    private final Db db;
    private final JsonMapper json;

    PersonStore(Db db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    record Row(
            PersonId personId,
            String name,
            @Nullable Sex sex,
            @Nullable String ethnicity,
            @Nullable String nativePlace,
            @Nullable LocalDate birthDate,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate confirmedOn,
            @Nullable LocalDate workStartedOn,
            @Nullable String education,
            @Nullable String phone,
            @Nullable String officePhone,
            @Nullable String jobTitle,
            @Nullable String note,
            int revision) {

        PersonDetails details() {
            return new PersonDetails(
                    name,
                    sex,
                    ethnicity,
                    nativePlace,
                    birthDate,
                    joinedOn,
                    confirmedOn,
                    workStartedOn,
                    education,
                    phone,
                    officePhone,
                    jobTitle,
                    note);
        }
    }

    Optional<Row> find(UnitId unit, PersonId person) {
        return db.in(unit, """
                        SELECT person_id, name, sex, ethnicity, native_place, birth_date, joined_on, confirmed_on,
                               work_started_on, education, phone, office_phone, job_title, note, revision
                        FROM organization.people
                        WHERE unit_id = :unit AND person_id = :person AND merged_into IS NULL AND removed_at IS NULL
                        """).bind("person", person).first(Row.class);
    }

    record Added(PersonId personId, PersonDetails details, String namePinyin) {}

    void add(UnitId unit, List<Added> people) {
        db.in(unit, """
                        INSERT INTO organization.people (unit_id, person_id, name, name_pinyin, sex, ethnicity,
                            native_place, birth_date, joined_on, confirmed_on, work_started_on, education, phone,
                            office_phone, job_title, note)
                        SELECT :unit, r.person_id, d.name, r.name_pinyin, d.sex, d.ethnicity, d.native_place,
                               d.birth_date, d.joined_on, d.confirmed_on, d.work_started_on, d.education, d.phone,
                               d.office_phone, d.job_title, d.note
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(person_id uuid, name_pinyin text, details jsonb),
                             jsonb_to_record(r.details) AS d(name text, sex text, ethnicity text, native_place text,
                                 birth_date date, joined_on date, confirmed_on date, work_started_on date,
                                 education text, phone text, office_phone text, job_title text, note text)
                        """).rows("rows", people).run();
        addTokens(unit, people);
    }

    record Token(PersonId personId, String token) {}

    void addTokens(UnitId unit, Collection<Added> people) {
        List<Token> tokens = people.stream()
                .flatMap(person -> Names.searchTokens(person.details().name()).stream()
                        .map(token -> new Token(person.personId(), token)))
                .toList();
        db.in(unit, """
                        INSERT INTO organization.people_tokens (unit_id, token, person_id)
                        SELECT :unit, token, person_id
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(person_id uuid, token text)
                        ON CONFLICT DO NOTHING
                        """).rows("rows", tokens).run();
    }

    void removeTokens(UnitId unit, List<PersonId> people) {
        db.in(unit, """
                        DELETE FROM organization.people_tokens
                        WHERE unit_id = :unit AND person_id = ANY(:people::uuid[])
                        """).bind("people", people).run();
    }

    /** Writes what is held, if it is still the revision that was read; whether it was. */
    boolean amend(UnitId unit, Added person, int revision) {
        return db.in(unit, """
                        UPDATE organization.people p
                        SET name = d.name, name_pinyin = r.name_pinyin, sex = d.sex, ethnicity = d.ethnicity,
                            native_place = d.native_place, birth_date = d.birth_date, joined_on = d.joined_on,
                            confirmed_on = d.confirmed_on, work_started_on = d.work_started_on,
                            education = d.education, phone = d.phone, office_phone = d.office_phone,
                            job_title = d.job_title, note = d.note, revision = revision + 1
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(person_id uuid, name_pinyin text, details jsonb),
                             jsonb_to_record(r.details) AS d(name text, sex text, ethnicity text, native_place text,
                                 birth_date date, joined_on date, confirmed_on date, work_started_on date,
                                 education text, phone text, office_phone text, job_title text, note text)
                        WHERE p.unit_id = :unit AND p.person_id = r.person_id AND p.revision = :revision
                        """)
                        .rows("rows", List.of(person))
                        .bind("revision", revision)
                        .run()
                == 1;
    }

    void rename(UnitId unit, List<Added> people) {
        db.in(unit, """
                        UPDATE organization.people p SET name = r.details ->> 'name', name_pinyin = r.name_pinyin
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(person_id uuid, name_pinyin text, details jsonb)
                        WHERE p.unit_id = :unit AND p.person_id = r.person_id
                        """).rows("rows", people).run();
    }

    /** Notes the day on which someone became a probationary or a full member, unless a day is held already. */
    void became(UnitId unit, PersonId person, MemberKind kind, LocalDate on) {
        db.in(unit, """
                        UPDATE organization.people
                        SET joined_on = CASE WHEN :kind = 'probationary' THEN coalesce(joined_on, :on) ELSE joined_on END,
                            confirmed_on = CASE WHEN :kind = 'full' THEN coalesce(confirmed_on, :on)
                                           ELSE confirmed_on END,
                            revision = revision + 1
                        WHERE unit_id = :unit AND person_id = :person
                        """)
                .bind("person", person)
                .bind("kind", kind)
                .bind("on", on)
                .run();
    }

    void mergeInto(UnitId unit, PersonId from, PersonId into) {
        db.in(unit, """
                        UPDATE organization.people SET merged_into = :into, revision = revision + 1
                        WHERE unit_id = :unit AND person_id = :from
                        """).bind("from", from).bind("into", into).run();
    }

    record Change(
            UUID changeId,
            Instant recordedAt,
            UUID accountId,
            PersonChange kind,
            @Nullable LocalDate effectiveOn,
            @Nullable String reason,
            String detail) {}

    void note(Scope scope, UUID id, PersonId person, PersonChange kind, Told told, Instant recorded) {
        db.in(scope.unit(), """
                        INSERT INTO organization.person_changes (unit_id, change_id, person_id, recorded_at, account_id,
                            kind, effective_on, reason, detail)
                        VALUES (:unit, :id, :person, :recorded, :account, :kind, :on, :reason, :detail::jsonb)
                        """)
                .bind("id", id)
                .bind("person", person)
                .bind("recorded", recorded)
                .bind("account", scope.account())
                .bind("kind", kind)
                .bind("on", told.on())
                .bind("reason", told.reason())
                .bind("detail", json.writeValueAsString(told.detail()))
                .run();
    }

    /** The same note for many people, in one statement. */
    void noteAll(Scope scope, List<PersonId> people, PersonChange kind, Instant recorded) {
        db.in(scope.unit(), """
                        INSERT INTO organization.person_changes (unit_id, change_id, person_id, recorded_at, account_id,
                            kind)
                        SELECT :unit, gen_random_uuid(), person_id, :recorded, :account, :kind
                        FROM unnest(:people::uuid[]) AS person_id
                        """)
                .bind("people", people)
                .bind("recorded", recorded)
                .bind("account", scope.account())
                .bind("kind", kind)
                .run();
    }

    /** From when, why, and what exactly. */
    record Told(@Nullable LocalDate on, @Nullable String reason, Map<String, String> detail) {}

    /** What was changed about a person and about entries merged into it, latest first. */
    List<Change> history(UnitId unit, PersonId person, int limit) {
        return db.in(unit, """
                        SELECT change_id, recorded_at, account_id, kind, effective_on, reason, detail::text AS detail
                        FROM organization.person_changes
                        WHERE unit_id = :unit AND (person_id = :person OR person_id IN (
                            SELECT person_id FROM organization.people
                            WHERE unit_id = :unit AND merged_into = :person))
                        ORDER BY recorded_at DESC, change_id DESC
                        LIMIT :limit
                        """).bind("person", person).bind("limit", limit).list(Change.class);
    }

    Map<String, String> detail(Change change) {
        return json.readerForMapOf(String.class).readValue(change.detail());
    }
}

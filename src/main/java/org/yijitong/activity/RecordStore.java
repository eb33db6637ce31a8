package org.yijitong.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Writes records and their versions; a version with all its parts is one statement. */
@Component
class RecordStore {
    /** The last version of records that are {@code gone}, with the words of the one before. */
    private static final String WITHDRAWN = """
            INSERT INTO activity.versions (unit_id, record_id, revision, recorded_at, account_id, reason, withdrawn,
                held_on, starts_at, ends_at, place, title, kinds, minutes, others, lecturer, hours, problems)
            SELECT :unit, g.record_id, g.revision, :at, :account, :reason, true, v.held_on, v.starts_at, v.ends_at,
                   v.place, v.title, v.kinds, v.minutes, v.others, v.lecturer, v.hours, v.problems
            FROM gone g
            JOIN activity.versions v ON v.unit_id = :unit AND v.record_id = g.record_id AND v.revision = g.revision - 1
            """;

    private final Db db;
    private final Days days;

    RecordStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** The host of a record, if the scope reaches it. */
    Optional<OrganizationId> host(Scope scope, RecordId record) {
        return db.in(scope.unit(), """
                        SELECT r.organization_id FROM activity.records r
                        WHERE r.unit_id = :unit AND r.record_id = :record
                          AND r.organization_id IN (SELECT organization_id
                              FROM organization.reach(:unit, :top, :today))
                        """)
                .bind("record", record)
                .bind("top", scope.top())
                .bind("today", days.today())
                .first(UUID.class)
                .map(OrganizationId::new);
    }

    /**
     * Forgets this connection's plans. It keeps the plans by which foreign keys are checked; made while few records were
     * held, they search all of them for each of very many rows that follow.
     */
    void planAnew() {
        db.global("DISCARD PLANS").run();
    }

    private record Begun(
            RecordId recordId,
            OrganizationId organizationId,
            LocalDate heldOn,
            String title,
            Set<ActivityKind> kinds,
            Instant recordedAt,
            boolean onBehalf) {}

    /**
     * Opens the records of first versions.
     *
     * @param imported the import of a ledger that writes them; null when they are written by hand
     */
    void begin(Scope scope, List<Said> said, @Nullable UUID imported) {
        List<Begun> records = said.stream()
                .map(each -> new Begun(
                        each.record(),
                        each.gathering().host().id(),
                        each.draft().occasion().day(),
                        each.draft().subject(),
                        each.draft().occasion().kinds(),
                        each.at(),
                        each.onBehalf(scope)))
                .toList();
        db.in(scope.unit(), """
                        INSERT INTO activity.records (unit_id, record_id, organization_id, held_on, title, kinds,
                            recorded_at, account_id, on_behalf, import_id)
                        SELECT :unit, r.record_id, r.organization_id, r.held_on, r.title, r.kinds, r.recorded_at,
                               :account, r.on_behalf, :imported
                        FROM jsonb_to_recordset(:records::jsonb) AS r(record_id uuid, organization_id uuid,
                            held_on date, title text, kinds text[], recorded_at timestamptz, on_behalf boolean)
                        """)
                .rows("records", records)
                .bind("account", scope.account())
                .bind("imported", imported)
                .run();
    }

    /** Moves to the next revision if it is still the one that was read; whether it was. */
    boolean revise(UnitId unit, RecordId record, int revision, Draft draft) {
        return db.in(unit, """
                        UPDATE activity.records
                        SET revision = revision + 1, held_on = :day, title = :title, kinds = :kinds::text[]
                        WHERE unit_id = :unit AND record_id = :record AND revision = :revision AND NOT withdrawn
                        """)
                        .bind("record", record)
                        .bind("revision", revision)
                        .bind("day", draft.occasion().day())
                        .bind("title", draft.subject())
                        .bind("kinds", draft.occasion().kinds())
                        .run()
                == 1;
    }

    /** Adds a last version that says so, with the words of the one before; whether that was still the one read. */
    boolean withdraw(Scope scope, RecordId record, int revision, String reason, Instant at) {
        return db.in(scope.unit(), """
                        WITH gone AS (
                            UPDATE activity.records SET revision = revision + 1, withdrawn = true
                            WHERE unit_id = :unit AND record_id = :record AND revision = :revision AND NOT withdrawn
                            RETURNING record_id, revision
                        )
                        """ + WITHDRAWN)
                        .bind("record", record)
                        .bind("revision", revision)
                        .bind("reason", reason)
                        .bind("at", at)
                        .bind("account", scope.account())
                        .run()
                == 1;
    }

    private record GuestRow(UnitId guestUnitId, String name) {}

    List<Draft.Guest> guests(UnitId unit, RecordId record, int revision) {
        List<GuestRow> rows = db.in(unit, """
                        SELECT guest_unit_id, name FROM activity.guests
                        WHERE unit_id = :unit AND record_id = :record AND revision = :revision
                        ORDER BY position
                        """)
                .bind("record", record)
                .bind("revision", revision)
                .list(GuestRow.class);
        return rows.stream()
                .map(row -> new Draft.Guest(row.guestUnitId(), row.name()))
                .toList();
    }

    /** The records of an import that stand, held in the order of their keys until the transaction ends. */
    List<RecordId> hold(UnitId unit, UUID imported) {
        return db.in(unit, """
                        SELECT record_id FROM activity.records
                        WHERE unit_id = :unit AND import_id = :imported AND NOT withdrawn
                        ORDER BY record_id
                        FOR UPDATE
                        """).bind("imported", imported).list(RecordId.class);
    }

    /** Adds a last version to each, as {@link #withdraw} does; they are held. */
    void withdrawHeld(Scope scope, Collection<RecordId> records, String reason, Instant at) {
        db.in(scope.unit(), """
                        WITH gone AS (
                            UPDATE activity.records SET revision = revision + 1, withdrawn = true
                            WHERE unit_id = :unit AND record_id = ANY(:records::uuid[]) AND NOT withdrawn
                            RETURNING record_id, revision
                        )
                        """ + WITHDRAWN)
                .bind("records", records)
                .bind("reason", reason)
                .bind("at", at)
                .bind("account", scope.account())
                .run();
    }

    void removeTokens(UnitId unit, Collection<RecordId> records) {
        db.in(unit, """
                        DELETE FROM activity.record_tokens WHERE unit_id = :unit AND record_id = ANY(:records::uuid[])
                        """).bind("records", records).run();
    }

    /** Versions with their sides, people, agenda, decisions and guests, and what the records are found by. */
    void addVersions(Scope scope, List<Said> said) {
        db.in(scope.unit(), """
                        WITH said AS (
                            SELECT * FROM jsonb_to_recordset(:versions::jsonb) AS v(record_id uuid, revision int,
                                recorded_at timestamptz, account_id uuid, reason text, held_on date,
                                starts_at timestamptz, ends_at timestamptz, place text, title text, kinds text[],
                                minutes text, others text, lecturer text, hours numeric, problems int, sides jsonb,
                                parts jsonb, agenda jsonb, decisions jsonb, guests jsonb, tokens text[])
                        ), version AS (
                            INSERT INTO activity.versions (unit_id, record_id, revision, recorded_at, account_id,
                                reason, held_on, starts_at, ends_at, place, title, kinds, minutes, others, lecturer,
                                hours, problems)
                            SELECT :unit, record_id, revision, recorded_at, account_id, reason, held_on, starts_at,
                                   ends_at, place, title, kinds, minutes, others, lecturer, hours, problems
                            FROM said
                        ), sides AS (
                            INSERT INTO activity.sides (unit_id, record_id, revision, position, organization_id,
                                expected, present, observers, told)
                            SELECT :unit, record_id, revision, r.* FROM said, jsonb_to_recordset(said.sides)
                                AS r(position int, organization_id uuid, expected int, present int, observers int,
                                    told boolean)
                        ), parts AS (
                            INSERT INTO activity.parts (unit_id, record_id, revision, person_id, part, cause, note)
                            SELECT :unit, record_id, revision, r.* FROM said, jsonb_to_recordset(said.parts)
                                AS r(person_id uuid, part text, cause text, note text)
                        ), agenda AS (
                            INSERT INTO activity.agenda_items (unit_id, record_id, revision, position, subject, study)
                            SELECT :unit, record_id, revision, r.* FROM said, jsonb_to_recordset(said.agenda)
                                AS r(position int, subject text, study boolean)
                        ), decisions AS (
                            INSERT INTO activity.decisions (unit_id, record_id, revision, position, subject, owner_id,
                                due_on)
                            SELECT :unit, record_id, revision, r.* FROM said, jsonb_to_recordset(said.decisions)
                                AS r(position int, subject text, owner_id uuid, due_on date)
                        ), guests AS (
                            INSERT INTO activity.guests (unit_id, record_id, revision, position, guest_unit_id, name)
                            SELECT :unit, record_id, revision, r.* FROM said, jsonb_to_recordset(said.guests)
                                AS r(position int, guest_unit_id uuid, name text)
                        )
                        INSERT INTO activity.record_tokens (unit_id, token, record_id)
                        SELECT :unit, token, record_id FROM said, unnest(said.tokens) AS token
                        ORDER BY token, record_id
                        """)
                .rows(
                        "versions",
                        said.stream().map(each -> VersionRow.of(scope, each)).toList())
                .run();
    }
}

package org.yijitong.mechanism;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.WorkingDays;

/** The statements over published documents. Definitions belong to no unit. */
@Component
class MechanismStore {
    /** A version as it is stored. */
    record Version(
            UUID versionId,
            String mechanism,
            int number,
            String pack,
            LocalDate since,
            LocalDate until,
            LocalDate publishedOn,
            Instant publishedAt,
            String content) {}

    /** A duty over all its versions. */
    record Named(UUID dutyId, String mechanism, String name) {}

    /** The identifiers of a duty in a version. */
    record Stored(UUID dutyVersionId, UUID dutyId, UUID versionId, String name) {}

    private final Db db;

    MechanismStore(Db db) {
        this.db = db;
    }

    /** Two servers that start at once do it one after the other. */
    void lock() {
        db.global("SELECT pg_advisory_xact_lock(hashtext('mechanism'))::text").list(String.class);
    }

    List<Version> versions() {
        return db.global("""
                SELECT version_id, mechanism, number, pack, since, until, published_on, published_at, content
                FROM mechanism.versions ORDER BY mechanism, number
                """).list(Version.class);
    }

    /** How many versions there are; none ever goes. */
    int count() {
        return db.global("SELECT count(*)::int FROM mechanism.versions").one(Integer.class);
    }

    List<Stored> duties() {
        return db.global("""
                SELECT v.duty_version_id, v.duty_id, v.version_id, d.name
                FROM mechanism.duty_versions v JOIN mechanism.duties d ON d.duty_id = v.duty_id
                """).list(Stored.class);
    }

    /** The duties of a mechanism over all its versions. */
    List<Named> named(String mechanism) {
        return db.global("""
                SELECT duty_id, mechanism, name FROM mechanism.duties WHERE mechanism = :mechanism
                """).bind("mechanism", mechanism).list(Named.class);
    }

    void add(Collection<Version> versions) {
        db.global("""
                INSERT INTO mechanism.versions (version_id, mechanism, number, pack, since, until, published_on,
                                                published_at, content)
                SELECT version_id, mechanism, number, pack, since, until, published_on, published_at, content
                FROM jsonb_to_recordset(:versions::jsonb) AS r(version_id uuid, mechanism text, number int, pack text,
                    since date, until date, published_on date, published_at timestamptz, content text)
                """).rows("versions", versions).run();
    }

    /** Those that an earlier version has already keep their identifiers. */
    void name(Collection<Named> duties) {
        db.global("""
                INSERT INTO mechanism.duties (duty_id, mechanism, name)
                SELECT duty_id, mechanism, name
                FROM jsonb_to_recordset(:duties::jsonb) AS r(duty_id uuid, mechanism text, name text)
                ON CONFLICT (mechanism, name) DO NOTHING
                """).rows("duties", duties).run();
    }

    void addDuties(Collection<DutyRow> rows) {
        db.global("""
                INSERT INTO mechanism.duty_versions (duty_version_id, duty_id, version_id, position, fact_kind,
                    required, conditions, owed_by, kinds, posts, members_least, members_most, period, need, need_per,
                    sum_field, trigger_kind, trigger_required, trigger_conditions, within, within_unit, excuses,
                    visibility, units)
                SELECT r.duty_version_id, d.duty_id, r.version_id, r.position, r.fact_kind, r.required, r.conditions,
                       r.owed_by, r.kinds, r.posts, r.members_least, r.members_most, r.period, r.need, r.need_per,
                       r.sum_field, r.trigger_kind, r.trigger_required, r.trigger_conditions, r.within, r.within_unit,
                       r.excuses, r.visibility, r.units
                FROM jsonb_to_recordset(:rows::jsonb) AS r(duty_version_id uuid, version_id uuid, mechanism text,
                    name text, position int, fact_kind text, required jsonb, conditions jsonb, owed_by text,
                    kinds text[], posts text[], members_least int, members_most int, period text, need numeric,
                    need_per text, sum_field text, trigger_kind text, trigger_required jsonb,
                    trigger_conditions jsonb, within int, within_unit text, excuses text[], visibility text,
                    units text[])
                JOIN mechanism.duties d ON d.mechanism = r.mechanism AND d.name = r.name
                """).rows("rows", rows).run();
    }

    /** Days that are due move only when a calendar becomes known. */
    void addPeriods(Collection<Periods.Row> periods) {
        db.global("""
                INSERT INTO mechanism.duty_periods AS p (duty_version_id, period_from, period_to, due_on)
                SELECT duty_version_id, period_from, period_to, due_on
                FROM jsonb_to_recordset(:periods::jsonb) AS r(duty_version_id uuid, period_from date, period_to date,
                    due_on date)
                ON CONFLICT (duty_version_id, period_from) DO UPDATE SET due_on = excluded.due_on
                WHERE p.due_on <> excluded.due_on
                """).rows("periods", periods).run();
    }

    void numberDays(Collection<WorkingDays.Numbered> days) {
        db.global("""
                INSERT INTO mechanism.working_days AS w (day, number, provisional)
                SELECT day, number, provisional
                FROM jsonb_to_recordset(:days::jsonb) AS r(day date, number int, provisional boolean)
                ON CONFLICT (day) DO UPDATE SET number = excluded.number, provisional = excluded.provisional
                WHERE (w.number, w.provisional) IS DISTINCT FROM (excluded.number, excluded.provisional)
                """).rows("days", days).run();
    }

    /** The text of the latest version of a mechanism. */
    Optional<String> latest(String mechanism) {
        return db.global("""
                SELECT content FROM mechanism.versions WHERE mechanism = :mechanism ORDER BY number DESC LIMIT 1
                """).bind("mechanism", mechanism).first(String.class);
    }
}

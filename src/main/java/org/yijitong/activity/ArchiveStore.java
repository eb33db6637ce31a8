package org.yijitong.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sql;
import org.yijitong.shared.UnitId;

/** Reads records. */
@Component
class ArchiveStore {
    private static final String SHOWN = """
            SELECT r.record_id, r.organization_id, coalesce(o.short_name, o.name, '') AS organization_name, r.revision,
                   r.held_on, r.title, r.kinds, r.withdrawn, r.recorded_at, r.account_id, r.on_behalf,
                   coalesce(h.expected, 0) AS expected, coalesce(h.present, 0) AS present
            """;
    private static final String COUNTED = "SELECT count(*)::int FROM (SELECT 1\n";
    private static final String RECORDS = "FROM activity.records r\n";
    private static final String NAMED = """
            LEFT JOIN organization.v_organizations o ON o.unit_id = :unit AND o.organization_id = r.organization_id
             AND o.valid_from <= r.held_on AND o.valid_to > r.held_on
            LEFT JOIN activity.sides h ON h.unit_id = :unit AND h.record_id = r.record_id AND h.position = 0
             AND h.revision = CASE WHEN r.withdrawn THEN r.revision - 1 ELSE r.revision END
            """;
    private static final String HOSTED = """
            WHERE r.unit_id = :unit
              AND r.organization_id IN (SELECT organization_id FROM organization.reach(:unit, :top, :today))
            """;
    private static final String REACHED = """
            WHERE r.unit_id = :unit
              AND EXISTS (SELECT FROM activity.sides s
                  WHERE s.unit_id = :unit AND s.record_id = r.record_id
                    AND s.organization_id IN (SELECT organization_id FROM organization.reach(:unit, :top, :today)))
            """;
    private static final String OF_SIDE = """
              AND r.record_id IN (SELECT s.record_id FROM activity.sides s
                  WHERE s.unit_id = :unit AND s.organization_id = :organization
                    AND s.revision = CASE WHEN r.withdrawn THEN r.revision - 1 ELSE r.revision END)
            """;
    private static final String KIND = "  AND :kind = ANY(r.kinds)\n";
    private static final String FROM = "  AND r.held_on >= :from\n";
    private static final String TO = "  AND r.held_on <= :to\n";
    private static final String STANDING = "  AND NOT r.withdrawn\n";
    private static final String TOKENS = """
              AND r.record_id IN (
                  SELECT t.record_id FROM activity.record_tokens t
                  WHERE t.unit_id = :unit AND t.token = ANY(:tokens)
                  GROUP BY t.record_id HAVING count(*) = :pieces)
            """;
    private static final String AFTER = "  AND (r.held_on, r.record_id) < (:day, :after)\n";
    private static final String ORDER = "ORDER BY r.held_on DESC, r.record_id DESC\nLIMIT :limit\n";
    private static final String SOME = "  AND r.record_id = ANY(:records::uuid[])\n";
    private static final String ONE = "  AND r.record_id = :record\n";

    private final Db db;
    private final Days days;

    ArchiveStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    List<RecordLine> page(Scope scope, RecordFilter filter, Archives.Place after, int limit) {
        String statement = SHOWN
                + RECORDS
                + NAMED
                + (filter.organization() == null ? HOSTED : REACHED + OF_SIDE)
                + (filter.kind() == null ? "" : KIND)
                + (filter.from() == null ? "" : FROM)
                + (filter.to() == null ? "" : TO)
                + (filter.withdrawn() ? "" : STANDING)
                + (filter.query().isBlank() ? "" : TOKENS)
                + AFTER
                + ORDER;
        return bound(db.in(scope.unit(), statement), scope, filter)
                .bind("day", after.day())
                .bind("after", after.record())
                .bind("limit", limit)
                .list(RecordLine.class);
    }

    int count(Scope scope, RecordFilter filter, int most) {
        String statement = COUNTED
                + RECORDS
                + (filter.organization() == null ? HOSTED : REACHED + OF_SIDE)
                + (filter.kind() == null ? "" : KIND)
                + (filter.from() == null ? "" : FROM)
                + (filter.to() == null ? "" : TO)
                + (filter.withdrawn() ? "" : STANDING)
                + (filter.query().isBlank() ? "" : TOKENS)
                + "LIMIT :limit) AS found\n";
        return bound(db.in(scope.unit(), statement), scope, filter)
                .bind("limit", most)
                .one(Integer.class);
    }

    private Sql bound(Sql sql, Scope scope, RecordFilter filter) {
        Set<String> tokens = Tokens.query(filter.query());
        return sql.bind("top", scope.top())
                .bind("today", days.today())
                .bind("organization", filter.organization())
                .bind("kind", filter.kind())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("tokens", tokens)
                .bind("pieces", tokens.size());
    }

    /** One record, if any of its sides is within reach. */
    Optional<RecordLine> line(Scope scope, RecordId record) {
        return db.in(scope.unit(), SHOWN + RECORDS + NAMED + REACHED + ONE)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("record", record)
                .first(RecordLine.class);
    }

    List<RecordLine> lines(Scope scope, Collection<RecordId> records) {
        return db.in(scope.unit(), SHOWN + RECORDS + NAMED + REACHED + SOME)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("records", records)
                .list(RecordLine.class);
    }

    record Told(
            int revision,
            Instant recordedAt,
            UUID accountId,
            @Nullable String reason,
            boolean withdrawn,
            LocalDate heldOn,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            String place,
            String title,
            List<ActivityKind> kinds,
            String minutes,
            String others,
            Draft.@Nullable Lecturer lecturer,
            @Nullable BigDecimal hours,
            @Nullable Integer problems) {}

    Optional<Told> version(UnitId unit, RecordId record, int revision) {
        return db.in(unit, """
                        SELECT revision, recorded_at, account_id, reason, withdrawn, held_on, starts_at, ends_at, place,
                               title, kinds, minutes, others, lecturer, hours, problems
                        FROM activity.versions
                        WHERE unit_id = :unit AND record_id = :record AND revision = :revision
                        """)
                .bind("record", record)
                .bind("revision", revision)
                .first(Told.class);
    }

    List<Entry.Version> versions(UnitId unit, RecordId record) {
        return db.in(unit, """
                        SELECT revision, recorded_at, account_id, reason, withdrawn
                        FROM activity.versions
                        WHERE unit_id = :unit AND record_id = :record
                        ORDER BY revision DESC
                        LIMIT 200
                        """).bind("record", record).list(Entry.Version.class);
    }

    List<Entry.SideCount> sides(UnitId unit, RecordId record, int revision, LocalDate on) {
        return db.in(unit, """
                        SELECT s.organization_id, coalesce(o.short_name, o.name, '') AS name, s.expected, s.present,
                               s.observers
                        FROM activity.sides s
                        LEFT JOIN organization.v_organizations o ON o.unit_id = :unit
                         AND o.organization_id = s.organization_id AND o.valid_from <= :on AND o.valid_to > :on
                        WHERE s.unit_id = :unit AND s.record_id = :record AND s.revision = :revision
                        ORDER BY s.position
                        """)
                .bind("record", record)
                .bind("revision", revision)
                .bind("on", on)
                .list(Entry.SideCount.class);
    }

    record Part(
            PersonId personId,
            String name,
            String part,
            @Nullable String cause,
            @Nullable String note) {}

    List<Part> parts(UnitId unit, RecordId record, int revision) {
        return db.in(unit, """
                        SELECT x.person_id, p.name, x.part, x.cause, x.note
                        FROM activity.parts x
                        JOIN organization.v_people_names p ON p.unit_id = :unit AND p.person_id = x.person_id
                        WHERE x.unit_id = :unit AND x.record_id = :record AND x.revision = :revision
                        ORDER BY p.name, x.person_id
                        """)
                .bind("record", record)
                .bind("revision", revision)
                .list(Part.class);
    }

    record Point(String subject, boolean study) {}

    List<Point> agenda(UnitId unit, RecordId record, int revision) {
        return db.in(unit, """
                        SELECT subject, study FROM activity.agenda_items
                        WHERE unit_id = :unit AND record_id = :record AND revision = :revision
                        ORDER BY position
                        """)
                .bind("record", record)
                .bind("revision", revision)
                .list(Point.class);
    }

    record Resolution(
            String subject,
            @Nullable PersonId ownerId,
            @Nullable String name,
            @Nullable LocalDate dueOn) {}

    List<Resolution> decisions(UnitId unit, RecordId record, int revision) {
        return db.in(unit, """
                        SELECT d.subject, d.owner_id, p.name, d.due_on
                        FROM activity.decisions d
                        LEFT JOIN organization.v_people_names p ON p.unit_id = :unit AND p.person_id = d.owner_id
                        WHERE d.unit_id = :unit AND d.record_id = :record AND d.revision = :revision
                        ORDER BY d.position
                        """)
                .bind("record", record)
                .bind("revision", revision)
                .list(Resolution.class);
    }

    record GuestRow(UnitId guestUnitId, String unitName, String name) {}

    List<GuestRow> guests(UnitId unit, RecordId record, int revision) {
        return db.in(unit, """
                        SELECT g.guest_unit_id, u.name AS unit_name, g.name
                        FROM activity.guests g
                        JOIN organization.v_unit_heads u ON u.unit_id = g.guest_unit_id
                        WHERE g.unit_id = :unit AND g.record_id = :record AND g.revision = :revision
                        ORDER BY g.position
                        """)
                .bind("record", record)
                .bind("revision", revision)
                .list(GuestRow.class);
    }
}

package org.yijitong.activity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Cursor;
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
                   coalesce(h.expected, 0) AS expected, coalesce(h.present, 0) AS present, r.import_id
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
    private static final String IMPORTED = "  AND r.import_id = :imported\n";
    private static final String TOKENS = """
              AND r.record_id IN (
                  SELECT t.record_id FROM activity.record_tokens t
                  WHERE t.unit_id = :unit AND t.token = ANY(:tokens)
                  GROUP BY t.record_id HAVING count(*) = :pieces)
            """;
    private static final String AFTER = "  AND (r.held_on, r.record_id) < (:day, :after)\n";
    private static final String BEYOND = "  AND (r.held_on, r.record_id) > (:day, :after)\n";
    private static final String FORWARD = "ORDER BY r.held_on, r.record_id\nLIMIT :limit\n";
    private static final String ORDER = "ORDER BY r.held_on DESC, r.record_id DESC\nLIMIT :limit\n";
    private static final String SOME = "  AND r.record_id = ANY(:records::uuid[])\n";
    private static final String ONE = "  AND r.record_id = :record\n";

    private final Db db;
    private final Days days;

    ArchiveStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** The latest first. */
    List<RecordLine> page(Scope scope, RecordFilter filter, Cursor after, int limit) {
        return page(scope, filter, after, limit, false);
    }

    /** The earliest first. */
    List<RecordLine> forward(Scope scope, RecordFilter filter, Cursor after, int limit) {
        return page(scope, filter, after, limit, true);
    }

    private List<RecordLine> page(Scope scope, RecordFilter filter, Cursor after, int limit, boolean forward) {
        String statement = SHOWN
                + RECORDS
                + NAMED
                + (filter.organization() == null ? HOSTED : REACHED + OF_SIDE)
                + (filter.kind() == null ? "" : KIND)
                + (filter.from() == null ? "" : FROM)
                + (filter.to() == null ? "" : TO)
                + (filter.withdrawn() ? "" : STANDING)
                + (filter.imported() == null ? "" : IMPORTED)
                + (filter.query().isBlank() ? "" : TOKENS)
                + (forward ? BEYOND : AFTER)
                + (forward ? FORWARD : ORDER);
        return bound(db.in(scope.unit(), statement), scope, filter)
                .bind("day", after.day())
                .bind("after", after.id())
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
                + (filter.imported() == null ? "" : IMPORTED)
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
                .bind("imported", filter.imported())
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

    List<Entry.Version> versions(UnitId unit, RecordId record) {
        return db.in(unit, """
                        SELECT revision, recorded_at, account_id, reason, withdrawn
                        FROM activity.versions
                        WHERE unit_id = :unit AND record_id = :record
                        ORDER BY revision DESC
                        LIMIT 200
                        """).bind("record", record).list(Entry.Version.class);
    }
}

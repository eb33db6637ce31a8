package org.yijitong.activity.imports;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.activity.RecordId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Ledgers that were written down, and taken back as a whole. */
@Component
class ImportedLedgerStore {
    private static final String SHOWN = """
            SELECT i.import_id, i.organization_id, coalesce(o.short_name, o.name, '') AS organization_name,
                   i.account_id, i.recorded_at, i.file_name, encode(i.hash, 'hex') AS hash, i.records,
                   u.account_id AS undone_by, u.recorded_at AS undone_at, u.reason AS undone_because,
                   u.records AS undone
            FROM activity.ledger_imports i
            LEFT JOIN activity.ledger_undoings u ON u.unit_id = :unit AND u.import_id = i.import_id
            LEFT JOIN organization.v_organizations o ON o.unit_id = :unit AND o.organization_id = i.organization_id
             AND o.valid_from <= (i.recorded_at AT TIME ZONE 'Asia/Shanghai')::date
             AND o.valid_to > (i.recorded_at AT TIME ZONE 'Asia/Shanghai')::date
            WHERE i.unit_id = :unit
              AND i.top_id IN (SELECT organization_id FROM organization.reach(:unit, :top, :today))
            """;
    private static final String PAGE = """
              AND (:after::uuid IS NULL OR i.import_id < :after::uuid)
            ORDER BY i.import_id DESC
            LIMIT :limit
            """;
    private static final String ONE = "  AND i.import_id = :id\n";

    private final Db db;
    private final Days days;

    ImportedLedgerStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    void add(LedgerImport ledger, int records, Instant now) {
        Scope scope = ledger.scope();
        db.in(scope.unit(), """
                        INSERT INTO activity.ledger_imports (unit_id, import_id, top_id, organization_id, account_id,
                            recorded_at, file_name, hash, records)
                        VALUES (:unit, :id, :top, :organization, :account, :now, :file, decode(:hash, 'hex'), :records)
                        """)
                .bind("id", ledger.id())
                .bind("top", scope.top())
                .bind("organization", ledger.organization())
                .bind("account", scope.account())
                .bind("now", now)
                .bind("file", ledger.file().name())
                .bind("hash", ledger.file().hash())
                .bind("records", records)
                .run();
    }

    /** The latest first. */
    List<ImportedLedger> page(Scope scope, @Nullable UUID after, int limit) {
        return db.in(scope.unit(), SHOWN + PAGE)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("after", after)
                .bind("limit", limit)
                .list(ImportedLedger.class);
    }

    Optional<ImportedLedger> find(Scope scope, UUID id) {
        return db.in(scope.unit(), SHOWN + ONE)
                .bind("top", scope.top())
                .bind("today", days.today())
                .bind("id", id)
                .first(ImportedLedger.class);
    }

    /** Those of its records that were not withdrawn. */
    List<RecordId> standing(UnitId unit, UUID id) {
        return db.in(unit, """
                        SELECT record_id FROM activity.records
                        WHERE unit_id = :unit AND import_id = :id AND NOT withdrawn
                        """).bind("id", id).list(RecordId.class);
    }

    /**
     * Records that stand and on which something rests, the earliest first.
     *
     * @param followed those on which something rests of which this module knows nothing
     */
    List<Resting> resting(UnitId unit, UUID id, Collection<RecordId> followed, int limit) {
        return db.in(unit, """
                        SELECT j.record_id, j.held_on, j.title, j.kinds, j.rests AS "on", (count(*) OVER ())::int AS "all"
                        FROM (
                            SELECT r.record_id, r.held_on, r.title, r.kinds, CASE
                                WHEN r.record_id = ANY(:followed::uuid[]) THEN 'followed'
                                WHEN EXISTS (SELECT FROM activity.guest_answers a
                                    WHERE a.unit_id = :unit AND a.record_id = r.record_id AND a.took_part)
                                    THEN 'confirmed'
                                WHEN EXISTS (SELECT FROM activity.guests g
                                    WHERE g.unit_id = :unit AND g.record_id = r.record_id AND g.revision = r.revision)
                                  OR EXISTS (SELECT FROM activity.sides s
                                    WHERE s.unit_id = :unit AND s.record_id = r.record_id AND s.revision = r.revision
                                      AND s.position > 0)
                                    THEN 'joined'
                                WHEN r.revision > 1 THEN 'changed'
                                WHEN EXISTS (SELECT FROM activity.attachments f
                                    WHERE f.unit_id = :unit AND f.record_id = r.record_id
                                      AND NOT EXISTS (SELECT FROM activity.attachment_removals x
                                          WHERE x.unit_id = :unit AND x.attachment_id = f.attachment_id))
                                    THEN 'attached' END AS rests
                            FROM activity.records r
                            WHERE r.unit_id = :unit AND r.import_id = :id AND NOT r.withdrawn
                        ) j
                        WHERE j.rests IS NOT NULL
                        ORDER BY j.held_on, j.record_id
                        LIMIT :limit
                        """)
                .bind("id", id)
                .bind("followed", followed)
                .bind("limit", limit)
                .list(Resting.class);
    }

    void undo(Scope scope, UUID id, String reason, int records, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO activity.ledger_undoings (unit_id, import_id, account_id, recorded_at, reason,
                            records)
                        VALUES (:unit, :id, :account, :now, :reason, :records)
                        """)
                .bind("id", id)
                .bind("account", scope.account())
                .bind("now", now)
                .bind("reason", reason)
                .bind("records", records)
                .run();
    }
}

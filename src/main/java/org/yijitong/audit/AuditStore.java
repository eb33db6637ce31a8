package org.yijitong.audit;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;
import tools.jackson.databind.json.JsonMapper;

@Component
class AuditStore {
    private final Db db;
    private final JsonMapper json;
    private final Uuid7 ids;
    private final Clock clock;

    AuditStore(Db db, JsonMapper json, Uuid7 ids, Clock clock) {
        this.db = db;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    private record Entry(UUID entryId, UUID subjectId, String detail) {}

    void add(Scope scope, String action, String subjectKind, Map<UUID, Map<String, ?>> details) {
        List<Entry> entries = details.entrySet().stream()
                .map(each -> new Entry(ids.next(), each.getKey(), json.writeValueAsString(each.getValue())))
                .toList();
        db.byKey(scope.unit(), """
                        WITH said AS MATERIALIZED (
                            SELECT e.entry_id, e.subject_id, e.detail::jsonb AS detail, uuid_send(gen_random_uuid()) AS salt
                            FROM jsonb_to_recordset(:entries::jsonb) AS e(entry_id uuid, subject_id uuid, detail text)),
                        written AS (
                            INSERT INTO audit.entries (unit_id, entry_id, recorded_at, account_id, action, subject_kind,
                                subject_id, detail, salt, detail_hash)
                            SELECT :unit, s.entry_id, :at, :account, :action, :kind, s.subject_id, s.detail, s.salt,
                                audit.detail_hash(s.salt, s.detail)
                            FROM said s
                            RETURNING *)
                        INSERT INTO audit.waiting (unit_id, entry_id, leaf)
                        SELECT w.unit_id, w.entry_id, audit.leaf(audit.line(w.entry_id, w.unit_id, w.recorded_at,
                            w.account_id, w.action, w.subject_kind, w.subject_id, w.detail_hash))
                        FROM written w
                        """)
                .rows("entries", entries)
                .bind("at", clock.instant())
                .bind("account", scope.account())
                .bind("action", action)
                .bind("kind", subjectKind)
                .run();
    }

    /** An entry that lost its detail. */
    record Erased(UUID entryId, UUID subjectId) {}

    List<Erased> erase(UnitId unit, String subjectKind, Collection<UUID> subjects) {
        return db.in(unit, """
                        UPDATE audit.entries SET detail = NULL, salt = NULL
                        WHERE unit_id = :unit AND entry_id IN (
                            SELECT e.entry_id FROM audit.entries e
                            WHERE e.unit_id = :unit AND e.subject_id = ANY(:subjects::uuid[]) AND e.subject_kind = :kind
                              AND e.detail IS NOT NULL AND e.action <> :erased
                            LIMIT 1000)
                        RETURNING entry_id, subject_id
                        """)
                .bind("kind", subjectKind)
                .bind("subjects", subjects)
                .bind("erased", Audit.ERASED)
                .list(Erased.class);
    }

    void addIdentity(@Nullable UUID account, String action, Map<String, ?> detail) {
        db.global("""
                        WITH said AS MATERIALIZED (SELECT :detail::jsonb AS detail, uuid_send(gen_random_uuid()) AS salt),
                        written AS (
                            INSERT INTO audit.identity_entries (entry_id, recorded_at, account_id, action, detail, salt,
                                detail_hash)
                            SELECT :id, :at, :account, :action, s.detail, s.salt, audit.detail_hash(s.salt, s.detail)
                            FROM said s
                            RETURNING *)
                        INSERT INTO audit.identity_waiting (entry_id, leaf)
                        SELECT w.entry_id, audit.leaf(audit.line(w.entry_id, NULL, w.recorded_at, w.account_id, w.action,
                            NULL, NULL, w.detail_hash))
                        FROM written w
                        """)
                .bind("id", ids.next())
                .bind("at", clock.instant())
                .bind("account", account)
                .bind("action", action)
                .bind("detail", json.writeValueAsString(detail))
                .run();
    }
}

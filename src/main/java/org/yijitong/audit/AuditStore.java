package org.yijitong.audit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
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
        db.in(scope.unit(), """
                        INSERT INTO audit.entries (unit_id, entry_id, recorded_at, account_id, action, subject_kind,
                            subject_id, detail)
                        SELECT :unit, e.entry_id, :at, :account, :action, :kind, e.subject_id, e.detail::jsonb
                        FROM jsonb_to_recordset(:entries::jsonb) AS e(entry_id uuid, subject_id uuid, detail text)
                        """)
                .rows("entries", entries)
                .bind("at", clock.instant())
                .bind("account", scope.account())
                .bind("action", action)
                .bind("kind", subjectKind)
                .run();
    }

    void addIdentity(@Nullable UUID account, String action, Map<String, ?> detail) {
        db.global("""
                        INSERT INTO audit.identity_entries (entry_id, recorded_at, account_id, action, detail)
                        VALUES (:id, :at, :account, :action, :detail::jsonb)
                        """)
                .bind("id", ids.next())
                .bind("at", clock.instant())
                .bind("account", account)
                .bind("action", action)
                .bind("detail", json.writeValueAsString(detail))
                .run();
    }
}

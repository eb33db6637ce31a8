package org.yijitong.audit;

import java.time.Clock;
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

    void add(Scope scope, String action, String subjectKind, UUID subject, Map<String, ?> detail) {
        db.in(scope.unit(), """
                        INSERT INTO audit.entries (unit_id, entry_id, recorded_at, account_id, action, subject_kind,
                            subject_id, detail)
                        VALUES (:unit, :id, :at, :account, :action, :kind, :subject, :detail::jsonb)
                        """)
                .bind("id", ids.next())
                .bind("at", clock.instant())
                .bind("account", scope.account())
                .bind("action", action)
                .bind("kind", subjectKind)
                .bind("subject", subject)
                .bind("detail", json.writeValueAsString(detail))
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

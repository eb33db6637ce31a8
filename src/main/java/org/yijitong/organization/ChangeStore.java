package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import tools.jackson.databind.json.JsonMapper;

/** What was done to organizations: appended, never altered. */
@Component
class ChangeStore {
    private final Db db;
    private final JsonMapper json;

    ChangeStore(Db db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void add(
            Scope scope,
            UUID id,
            OrganizationId organization,
            ChangeKind kind,
            Because because,
            Instant recorded,
            Map<String, String> detail) {
        db.in(scope.unit(), """
                        INSERT INTO organization.organization_changes (unit_id, change_id, organization_id, kind,
                            effective_on, recorded_at, account_id, reason, document_number, detail)
                        VALUES (:unit, :id, :organization, :kind, :on, :recorded, :account, :reason, :document,
                            :detail::jsonb)
                        """)
                .bind("id", id)
                .bind("organization", organization)
                .bind("kind", kind)
                .bind("on", because.on())
                .bind("recorded", recorded)
                .bind("account", scope.account())
                .bind("reason", because.reason())
                .bind("document", because.documentNumber())
                .bind("detail", json.writeValueAsString(detail))
                .run();
    }

    record Row(
            UUID changeId,
            OrganizationId organizationId,
            ChangeKind kind,
            LocalDate effectiveOn,
            Instant recordedAt,
            UUID accountId,
            @Nullable String reason,
            @Nullable String documentNumber,
            String detail) {}

    /** The newest changes of an organization and of those it came from, latest first. */
    List<Row> history(UnitId unit, OrganizationId organization, int limit) {
        return db.in(unit, """
                        SELECT change_id, organization_id, kind, effective_on, recorded_at, account_id, reason,
                               document_number, detail::text AS detail
                        FROM organization.organization_changes
                        WHERE unit_id = :unit AND (organization_id = :organization OR organization_id IN (
                            SELECT predecessor_id FROM organization.successions
                            WHERE unit_id = :unit AND successor_id = :organization))
                        ORDER BY effective_on DESC, recorded_at DESC, change_id
                        LIMIT :limit
                        """)
                .bind("organization", organization)
                .bind("limit", limit)
                .list(Row.class);
    }

    Map<String, String> detail(Row row) {
        return json.readerForMapOf(String.class).readValue(row.detail());
    }
}

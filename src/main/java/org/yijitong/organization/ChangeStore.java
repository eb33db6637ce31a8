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
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import tools.jackson.databind.json.JsonMapper;

/** What was done to organizations: appended, never altered. */
@Component
class ChangeStore {
    private static final String LINE = """
            WITH RECURSIVE line AS (
                SELECT :organization::uuid AS id, 'infinity'::date AS until
                UNION
                SELECT s.predecessor_id, least(l.until, c.effective_on)
                FROM line l
                JOIN organization.successions s ON s.unit_id = :unit AND s.successor_id = l.id
                JOIN organization.organization_changes c ON c.unit_id = :unit AND c.change_id = s.change_id
            )
            """;

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

    record Noted(
            UUID changeId,
            OrganizationId organizationId,
            ChangeKind kind,
            LocalDate effectiveOn,
            @Nullable String reason,
            @Nullable String documentNumber,
            Map<String, String> detail) {}

    /** Many changes recorded at one moment. */
    void addAll(Scope scope, List<Noted> changes, Instant recorded) {
        db.in(scope.unit(), """
                        INSERT INTO organization.organization_changes (unit_id, change_id, organization_id, kind,
                            effective_on, recorded_at, account_id, reason, document_number, detail)
                        SELECT :unit, change_id, organization_id, kind, effective_on, :recorded, :account, reason,
                               document_number, detail
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(change_id uuid, organization_id uuid, kind text,
                            effective_on date, reason text, document_number text, detail jsonb)
                        """)
                .rows("rows", changes)
                .bind("recorded", recorded)
                .bind("account", scope.account())
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
            String detail,
            LocalDate day) {}

    /** Where a page of the history begins: after the change that stood last on the page before. */
    record After(LocalDate on, Instant recorded, UUID change) {}

    /**
     * The changes of an organization and of those it came from, up to the day on which they passed into it; the latest
     * first. A correction stands under the day on which it was made.
     */
    List<Row> history(UnitId unit, OrganizationId organization, AsOf asOf, After after, int limit) {
        return db.in(unit, LINE + """
                        SELECT c.change_id, c.organization_id, c.kind, c.effective_on, c.recorded_at, c.account_id,
                               c.reason, c.document_number, c.detail::text AS detail, c.day
                        FROM (SELECT *, CASE kind
                                  WHEN 'corrected' THEN (recorded_at AT TIME ZONE 'Asia/Shanghai')::date
                                  ELSE effective_on END AS day
                              FROM organization.organization_changes
                              WHERE unit_id = :unit) c
                        JOIN (SELECT id, max(until) AS until FROM line GROUP BY id) l ON l.id = c.organization_id
                        WHERE c.effective_on <= l.until AND c.effective_on <= :on
                          AND c.recorded_at < :known
                          AND (c.day, c.recorded_at, c.change_id) < (:day, :recorded, :change)
                        ORDER BY c.day DESC, c.recorded_at DESC, c.change_id DESC
                        LIMIT :limit
                        """)
                .bind("organization", organization)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .bind("day", after.on())
                .bind("recorded", after.recorded())
                .bind("change", after.change())
                .bind("limit", limit)
                .list(Row.class);
    }

    /** How many changes the whole history has. */
    long count(UnitId unit, OrganizationId organization, AsOf asOf) {
        return db.in(unit, LINE + """
                        SELECT count(*)
                        FROM organization.organization_changes c
                        JOIN (SELECT id, max(until) AS until FROM line GROUP BY id) l ON l.id = c.organization_id
                        WHERE c.unit_id = :unit AND c.effective_on <= l.until AND c.effective_on <= :on
                          AND c.recorded_at < :known
                        """)
                .bind("organization", organization)
                .bind("on", asOf.on())
                .bind("known", asOf.known())
                .one(Long.class);
    }

    /** The newest change of an organization itself. */
    Optional<Row> newest(UnitId unit, OrganizationId organization) {
        return db.in(unit, """
                        SELECT change_id, organization_id, kind, effective_on, recorded_at, account_id, reason,
                               document_number, detail::text AS detail, effective_on AS day
                        FROM organization.organization_changes
                        WHERE unit_id = :unit AND organization_id = :organization
                        ORDER BY recorded_at DESC, change_id DESC
                        LIMIT 1
                        """).bind("organization", organization).first(Row.class);
    }

    record Named(UUID id, String name) {}

    /** What the organizations and people that the details of changes name are called now. */
    List<Named> names(UnitId unit, Collection<UUID> ids) {
        return db.in(unit, """
                        SELECT DISTINCT ON (organization_id) organization_id AS id, coalesce(short_name, name) AS name
                        FROM organization.organization_versions
                        WHERE unit_id = :unit AND recorded_to = 'infinity' AND organization_id = ANY(:ids::uuid[])
                        ORDER BY id, valid_from DESC
                        """).bind("ids", ids).list(Named.class);
    }

    List<Named> people(UnitId unit, Collection<UUID> ids) {
        return db.in(unit, """
                        SELECT person_id AS id, name FROM organization.people
                        WHERE unit_id = :unit AND person_id = ANY(:ids::uuid[])
                        """).bind("ids", ids).list(Named.class);
    }

    Map<String, String> detail(Row row) {
        return json.readerForMapOf(String.class).readValue(row.detail());
    }
}

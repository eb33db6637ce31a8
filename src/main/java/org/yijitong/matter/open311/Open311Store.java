package org.yijitong.matter.open311;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.matter.MatterId;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Units by their codes, the keys that they gave out, and what anybody may read of requests. */
@Component
class Open311Store {
    private static final String SHOWN = """
            SELECT m.matter_id, m.version_id, m.state, m.open, m.begun_on, m.entered_on, p.answers::text AS answers
            FROM matter.matters m
            LEFT JOIN LATERAL (SELECT e.answers FROM matter.events e
                WHERE e.unit_id = :unit AND e.matter_id = m.matter_id AND e.kind = 'step'
                  AND jsonb_exists_any(e.answers, :fields::text[])
                ORDER BY e.place DESC LIMIT 1) p ON true
            WHERE m.unit_id = :unit AND m.flow = :flow
            """;

    private final Db db;

    Open311Store(Db db) {
        this.db = db;
    }

    Optional<Place> place(String code) {
        return db.global("""
                        SELECT unit_id, code, name FROM organization.v_unit_heads WHERE code = :code
                        """).bind("code", code).first(Place.class);
    }

    Optional<Place> place(UnitId unit) {
        return db.global("""
                        SELECT unit_id, code, name FROM organization.v_unit_heads WHERE unit_id = :unit
                        """).bind("unit", unit).first(Place.class);
    }

    /** The first units; two are enough to know that there is more than one. */
    List<Place> few() {
        return db.global("""
                        SELECT unit_id, code, name FROM organization.v_unit_heads ORDER BY code LIMIT 2
                        """).list(Place.class);
    }

    void issue(Scope scope, Open311Keys.Key key, byte @Nullable [] hash) {
        db.in(scope.unit(), """
                        INSERT INTO matter.open311_keys (unit_id, key_id, key_hash, name, recorded_at, account_id)
                        VALUES (:unit, :key, :hash, :name, :now, :account)
                        """)
                .bind("key", key.keyId())
                .bind("hash", hash)
                .bind("name", key.name())
                .bind("now", key.recordedAt())
                .bind("account", scope.account())
                .run();
    }

    /** Those in force, the latest first. */
    List<Open311Keys.Key> keys(UnitId unit) {
        return db.in(unit, """
                        SELECT k.key_id, k.name, k.key_hash IS NULL AS anybody, k.recorded_at
                        FROM matter.open311_keys k
                        WHERE k.unit_id = :unit AND NOT EXISTS (SELECT FROM matter.open311_withdrawals w
                            WHERE w.unit_id = :unit AND w.key_id = k.key_id)
                        ORDER BY k.recorded_at DESC, k.key_id LIMIT 100
                        """).list(Open311Keys.Key.class);
    }

    /** What lets a program in: its own key before what lets anybody in. */
    Optional<Open311Keys.Key> admits(UnitId unit, byte @Nullable [] hash) {
        return db.in(unit, """
                        SELECT k.key_id, k.name, k.key_hash IS NULL AS anybody, k.recorded_at
                        FROM matter.open311_keys k
                        WHERE k.unit_id = :unit AND (k.key_hash IS NULL OR k.key_hash = :hash::bytea)
                          AND NOT EXISTS (SELECT FROM matter.open311_withdrawals w
                              WHERE w.unit_id = :unit AND w.key_id = k.key_id)
                        ORDER BY k.key_hash IS NULL, k.key_id LIMIT 1
                        """).bind("hash", hash).first(Open311Keys.Key.class);
    }

    /** Whether there was one in force. */
    boolean withdraw(Scope scope, UUID key, Instant now) {
        return db.in(scope.unit(), """
                        INSERT INTO matter.open311_withdrawals (unit_id, key_id, recorded_at, account_id)
                        SELECT :unit, k.key_id, :now, :account FROM matter.open311_keys k
                        WHERE k.unit_id = :unit AND k.key_id = :key
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("key", key)
                        .bind("now", now)
                        .bind("account", scope.account())
                        .run()
                == 1;
    }

    /** How a request stands; {@code answers}, as JSON, those of the latest step with something public in it. */
    record Row(
            MatterId matterId,
            UUID versionId,
            String state,
            boolean open,
            LocalDate begunOn,
            LocalDate enteredOn,
            @Nullable String answers) {}

    /** Which requests: by their days, and by whether they are open. */
    record Span(LocalDate from, LocalDate to, boolean open, boolean closed, UUID before, int limit) {}

    /** Those with something public in them, the latest first. */
    List<Row> published(UnitId unit, String flow, Collection<String> fields, Span span) {
        return db.in(unit, SHOWN + """
                          AND p.answers IS NOT NULL AND m.begun_on BETWEEN :from AND :to AND m.matter_id < :before
                          AND ((m.open AND :open) OR (NOT m.open AND :closed))
                        ORDER BY m.matter_id DESC LIMIT :limit
                        """)
                .bind("flow", flow)
                .bind("fields", fields)
                .bind("from", span.from())
                .bind("to", span.to())
                .bind("before", span.before())
                .bind("open", span.open())
                .bind("closed", span.closed())
                .bind("limit", span.limit())
                .list(Row.class);
    }

    /** By their numbers, with something public in them or without. */
    List<Row> some(UnitId unit, String flow, Collection<String> fields, Collection<MatterId> ids) {
        return db.in(unit, SHOWN + """
                          AND m.matter_id = ANY(:ids::uuid[])
                        ORDER BY m.matter_id DESC LIMIT 100
                        """)
                .bind("flow", flow)
                .bind("fields", fields)
                .bind("ids", ids)
                .list(Row.class);
    }
}

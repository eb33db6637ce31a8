package org.yijitong.matter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The statements over migrations of running matters. */
@Component
class MigrationStore {
    private static final String ALL = """
            SELECT p.migration_id, p.flow, p.from_number, p.to_number, p.states::text AS states, p.account_id,
                   p.recorded_at, e.approved, coalesce(e.moved, 0) AS moved, coalesce(e.stayed, 0) AS stayed,
                   e.account_id AS ended_by, e.recorded_at AS ended_at
            FROM matter.migrations p
            LEFT JOIN matter.migration_ends e ON e.unit_id = :unit AND e.migration_id = p.migration_id
            WHERE p.unit_id = :unit
            """;

    private final Db db;

    MigrationStore(Db db) {
        this.db = db;
    }

    /** A proposal as it is stored; {@code states} as JSON. */
    record Row(
            UUID migrationId,
            String flow,
            int fromNumber,
            int toNumber,
            String states,
            UUID accountId,
            Instant recordedAt,
            @Nullable Boolean approved,
            int moved,
            int stayed,
            @Nullable UUID endedBy,
            @Nullable Instant endedAt) {}

    List<Row> all(UnitId unit, int limit) {
        return db.in(unit, ALL + "ORDER BY p.migration_id DESC LIMIT :limit")
                .bind("limit", limit)
                .list(Row.class);
    }

    Optional<Row> one(UnitId unit, UUID id) {
        return db.in(unit, ALL + "AND p.migration_id = :id").bind("id", id).first(Row.class);
    }

    /** Of two who end the same one the second waits and then sees what the first did. */
    void lock(UnitId unit, UUID id) {
        db.in(unit, """
                        SELECT pg_advisory_xact_lock(hashtextextended(:unit::text || :id::text, 0))::text
                        """).bind("id", id).list(String.class);
    }

    /** @param states as JSON */
    void add(Scope scope, UUID id, Migration migration, String states, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO matter.migrations (unit_id, migration_id, flow, from_number, to_number, states,
                            recorded_at, account_id)
                        VALUES (:unit, :id, :flow, :from, :to, :states::jsonb, :now, :account)
                        """)
                .bind("id", id)
                .bind("flow", migration.flow())
                .bind("from", migration.from())
                .bind("to", migration.to())
                .bind("states", states)
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }

    void end(Scope scope, UUID id, Migration.End end) {
        db.in(scope.unit(), """
                        INSERT INTO matter.migration_ends (unit_id, migration_id, approved, moved, stayed, recorded_at,
                            account_id)
                        VALUES (:unit, :id, :approved, :moved, :stayed, :now, :account)
                        """)
                .bind("id", id)
                .bind("approved", end.approved())
                .bind("moved", end.moved())
                .bind("stayed", end.stayed())
                .bind("now", end.at())
                .bind("account", end.account())
                .run();
    }

    /** How many matters on which something is due are under which version. */
    List<Migration.Running> running(UnitId unit) {
        return db.in(unit, """
                        SELECT flow, version_id, count(*) AS matters FROM matter.matters
                        WHERE unit_id = :unit AND due_on IS NOT NULL
                        GROUP BY flow, version_id ORDER BY flow, version_id LIMIT 200
                        """).list(Migration.Running.class);
    }
}

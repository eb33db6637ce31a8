package org.yijitong.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** The statements over hooks. */
@Component
class HookStore {
    private static final String HOOK = """
            SELECT h.hook_id, h.address, h.kinds, h.recorded_at, h.account_id AS account, h.state, h.since, h.failures
            FROM notice.hooks h
            """;

    private final Db db;

    HookStore(Db db) {
        this.db = db;
    }

    void add(Scope scope, UUID hook, String address, Collection<HookKind> kinds, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO notice.hooks (unit_id, hook_id, address, kinds, recorded_at, account_id, state, since,
                            failures)
                        VALUES (:unit, :hook, :address, :kinds::text[], :now, :account, 'active', :now, 0)
                        """)
                .bind("hook", hook)
                .bind("address", address)
                .bind("kinds", kinds)
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }

    /** Those of a unit, the latest first; of those that have ended only some. */
    List<Hook> of(UnitId unit, int limit) {
        return db.in(unit, HOOK + """
                        WHERE h.unit_id = :unit ORDER BY h.state = 'ended', h.hook_id DESC LIMIT :limit
                        """).bind("limit", limit).list(Hook.class);
    }

    Optional<Hook> find(UnitId unit, UUID hook) {
        return db.in(unit, HOOK + "WHERE h.unit_id = :unit AND h.hook_id = :hook")
                .bind("hook", hook)
                .first(Hook.class);
    }

    /** How many are not ended. */
    int kept(UnitId unit) {
        return db.in(unit, "SELECT count(*)::int FROM notice.hooks WHERE unit_id = :unit AND state <> 'ended'")
                .one(Integer.class);
    }

    /** Whether it was in that state. */
    boolean change(UnitId unit, UUID hook, Hook.State from, Hook.State to, Instant now) {
        return db.in(unit, """
                        UPDATE notice.hooks SET state = :to, since = :now, failures = 0
                        WHERE unit_id = :unit AND hook_id = :hook AND state = :from
                        """)
                        .bind("hook", hook)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("now", now)
                        .run()
                == 1;
    }

    /** Notes whether it took what it was sent last. */
    void took(UnitId unit, UUID hook, boolean taken) {
        db.in(unit, """
                        UPDATE notice.hooks SET failures = CASE WHEN :taken THEN 0 ELSE failures + 1 END
                        WHERE unit_id = :unit AND hook_id = :hook AND (failures > 0 OR NOT :taken)
                        """).bind("hook", hook).bind("taken", taken).run();
    }
}

package org.yijitong.shared;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statements over idempotency keys. */
@Component
class OnceStore {
    /**
     * What a key is used for.
     *
     * @param location what came of it; null as long as it is not known
     */
    record Done(String fingerprint, @Nullable String location) {}

    private final Db db;

    OnceStore(Db db) {
        this.db = db;
    }

    /**
     * Takes the key; waits while another transaction holds it. False if it was used before.
     *
     * @param asked what for
     */
    boolean claim(Scope scope, String key, Done asked, Instant now) {
        return db.byKey(scope.unit(), """
                        INSERT INTO shared.once_keys (unit_id, account_id, key, fingerprint, location, recorded_at)
                        VALUES (:unit, :account, :key, :fingerprint, :location::text, :now)
                        ON CONFLICT (unit_id, account_id, key) DO NOTHING
                        """)
                        .bind("account", scope.account())
                        .bind("key", key)
                        .bind("fingerprint", asked.fingerprint())
                        .bind("location", asked.location())
                        .bind("now", now)
                        .run()
                == 1;
    }

    void finish(Scope scope, String key, String location) {
        db.byKey(scope.unit(), """
                UPDATE shared.once_keys SET location = :location
                WHERE unit_id = :unit AND account_id = :account AND key = :key
                """)
                .bind("account", scope.account())
                .bind("key", key)
                .bind("location", location)
                .run();
    }

    Optional<Done> find(Scope scope, String key) {
        return db.byKey(scope.unit(), """
                SELECT fingerprint, location FROM shared.once_keys
                WHERE unit_id = :unit AND account_id = :account AND key = :key AND location IS NOT NULL
                """)
                .bind("account", scope.account())
                .bind("key", key)
                .first(Done.class);
    }

    /** Across units, on purpose: a policy of the table lets only keys past their time be seen here. */
    void purge() {
        db.global("""
                DELETE FROM shared.once_keys WHERE recorded_at < now() - interval '7 days'
                """).run();
    }
}

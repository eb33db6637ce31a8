package org.yijitong.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;

/** The statements over accounts tied to an identity outside. */
@Component
class TieStore {
    /** Whose an identity is. */
    record Owner(UUID accountId, String nameKey, boolean disabled) {}

    private final Db db;

    TieStore(Db db) {
        this.db = db;
    }

    Optional<Ties.Tie> find(UUID account) {
        return db.global("""
                SELECT issuer, connected_at FROM access.outside_identities WHERE account_id = :account
                """).bind("account", account).first(Ties.Tie.class);
    }

    Optional<Owner> owner(String issuer, byte[] subjectHash) {
        return db.global("""
                SELECT a.account_id, a.name_key, a.disabled_at IS NOT NULL AS disabled
                FROM access.outside_identities i JOIN access.accounts a ON a.account_id = i.account_id
                WHERE i.issuer = :issuer AND i.subject_hash = :hash
                """).bind("issuer", issuer).bind("hash", subjectHash).first(Owner.class);
    }

    /** Ties the two; false if the account is tied already, or the identity is somebody's. */
    boolean add(UUID account, String issuer, byte[] subjectHash, Instant now) {
        return db.global("""
                        INSERT INTO access.outside_identities (account_id, issuer, subject_hash, connected_at)
                        VALUES (:account, :issuer, :hash, :now) ON CONFLICT DO NOTHING
                        """)
                        .bind("account", account)
                        .bind("issuer", issuer)
                        .bind("hash", subjectHash)
                        .bind("now", now)
                        .run()
                == 1;
    }

    boolean remove(UUID account) {
        return db.global("DELETE FROM access.outside_identities WHERE account_id = :account")
                        .bind("account", account)
                        .run()
                == 1;
    }
}

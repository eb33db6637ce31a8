package org.yijitong.access;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;

/** The statements over accounts tied to an identity outside. */
@Component
class IdentityTieStore {
    /** Whose an identity is. */
    record Owner(UUID accountId, String nameKey, boolean disabled) {}

    private final Db db;

    IdentityTieStore(Db db) {
        this.db = db;
    }

    Optional<IdentityTies.Tie> find(UUID account) {
        return db.global("""
                SELECT issuer, connected_at FROM access.outside_identities WHERE account_id = :account
                """).bind("account", account).first(IdentityTies.Tie.class);
    }

    /** @param subjectHashes of the one subject, under the present key and those before it */
    Optional<Owner> owner(String issuer, List<byte[]> subjectHashes) {
        return db.global("""
                SELECT a.account_id, a.name_key, a.disabled_at IS NOT NULL AS disabled
                FROM access.outside_identities i JOIN access.accounts a ON a.account_id = i.account_id
                WHERE i.issuer = :issuer AND i.subject_hash IN (SELECT decode(h, 'hex') FROM unnest(:hashes) AS h)
                LIMIT 1
                """)
                .bind("issuer", issuer)
                .bind(
                        "hashes",
                        subjectHashes.stream().map(HexFormat.of()::formatHex).toList())
                .first(Owner.class);
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

    /** Whether anybody is tied. */
    boolean any() {
        return db.global("SELECT EXISTS (SELECT FROM access.outside_identities)")
                .one(Boolean.class);
    }

    /** How many there were. */
    int removeAll() {
        return db.global("DELETE FROM access.outside_identities").run();
    }

    boolean remove(UUID account) {
        return db.global("DELETE FROM access.outside_identities WHERE account_id = :account")
                        .bind("account", account)
                        .run()
                == 1;
    }
}

package org.yijitong.access;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;

/** The statements over second steps and recovery codes. Bytes that are read travel as hexadecimal. */
@Component
class FactorStore {
    /** A second step as kept. */
    record Kept(String sealed, Instant setAt, long left) {}

    private final Db db;

    FactorStore(Db db) {
        this.db = db;
    }

    Optional<Kept> find(UUID account) {
        return db.global("""
                SELECT encode(sealed, 'hex') AS sealed, set_at,
                    (SELECT count(*) FROM access.recovery_codes r
                     WHERE r.account_id = f.account_id AND r.used_at IS NULL) AS "left"
                FROM access.factors f WHERE account_id = :account
                """).bind("account", account).first(Kept.class);
    }

    /** Keeps a second step; false if there is one already. */
    boolean add(UUID account, byte[] sealed, long step, Instant now) {
        return db.global("""
                        INSERT INTO access.factors (account_id, sealed, set_at, last_step)
                        VALUES (:account, :sealed, :now, :step) ON CONFLICT DO NOTHING
                        """)
                        .bind("account", account)
                        .bind("sealed", sealed)
                        .bind("now", now)
                        .bind("step", step)
                        .run()
                == 1;
    }

    /** Takes the code of a step; of two at once, and of two in turn, one is taken. */
    boolean take(UUID account, long step) {
        return db.global("""
                        UPDATE access.factors SET last_step = :step WHERE account_id = :account AND last_step < :step
                        """).bind("account", account).bind("step", step).run() == 1;
    }

    boolean remove(UUID account) {
        removeCodes(account);
        return db.global("DELETE FROM access.factors WHERE account_id = :account")
                        .bind("account", account)
                        .run()
                == 1;
    }

    void removeCodes(UUID account) {
        db.global("DELETE FROM access.recovery_codes WHERE account_id = :account")
                .bind("account", account)
                .run();
    }

    void addCodes(UUID account, List<byte[]> hashes) {
        db.global("""
                INSERT INTO access.recovery_codes (account_id, code_hash)
                SELECT :account, decode(h, 'hex') FROM unnest(:hashes) AS h
                """)
                .bind("account", account)
                .bind("hashes", hashes.stream().map(HexFormat.of()::formatHex).toList())
                .run();
    }

    boolean takeCode(UUID account, List<byte[]> hashes, Instant now) {
        return db.global("""
                        UPDATE access.recovery_codes SET used_at = :now
                        WHERE account_id = :account AND used_at IS NULL
                          AND code_hash = ANY(SELECT decode(h, 'hex') FROM unnest(:hashes) AS h)
                        """)
                        .bind("account", account)
                        .bind(
                                "hashes",
                                hashes.stream().map(HexFormat.of()::formatHex).toList())
                        .bind("now", now)
                        .run()
                == 1;
    }
}

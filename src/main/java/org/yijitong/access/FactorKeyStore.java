package org.yijitong.access;

import java.util.List;
import java.util.UUID;
import org.yijitong.shared.Db;

/** Second steps of every account, as the owner of the tables sees them. */
class FactorKeyStore {
    private final Db db;

    FactorKeyStore(Db db) {
        this.db = db;
    }

    /** A sealed secret, as hexadecimal. */
    record Kept(UUID accountId, String sealed) {}

    List<Kept> after(UUID account, int most) {
        return db.global("""
                        SELECT account_id, encode(sealed, 'hex') AS sealed FROM access.factors
                        WHERE account_id > :account ORDER BY account_id LIMIT :most
                        """).bind("account", account).bind("most", most).list(Kept.class);
    }

    void put(List<Kept> factors) {
        db.global("""
                UPDATE access.factors f SET sealed = decode(r.sealed, 'hex')
                FROM jsonb_to_recordset(:rows::jsonb) AS r(account_id uuid, sealed text)
                WHERE f.account_id = r.account_id
                """).rows("rows", factors).run();
    }

    /** Whether anybody has a recovery code that was not used yet. */
    boolean unused() {
        return db.global("SELECT EXISTS (SELECT FROM access.recovery_codes WHERE used_at IS NULL)")
                .one(Boolean.class);
    }
}

package org.yijitong.notice;

import java.util.List;
import java.util.UUID;
import org.yijitong.shared.Db;

/** Mail addresses of every account, as the owner of the tables sees them. */
class MailboxKeyStore {
    private final Db db;

    MailboxKeyStore(Db db) {
        this.db = db;
    }

    /** A sealed address, as hexadecimal. */
    record Kept(UUID accountId, String sealed) {}

    List<Kept> after(UUID account, int most) {
        return db.global("""
                        SELECT account_id, encode(sealed, 'hex') AS sealed FROM notice.mailboxes
                        WHERE account_id > :account ORDER BY account_id LIMIT :most
                        """).bind("account", account).bind("most", most).list(Kept.class);
    }

    void put(List<Kept> mailboxes) {
        db.global("""
                UPDATE notice.mailboxes m SET sealed = decode(r.sealed, 'hex')
                FROM jsonb_to_recordset(:rows::jsonb) AS r(account_id uuid, sealed text)
                WHERE m.account_id = r.account_id
                """).rows("rows", mailboxes).run();
    }
}

package org.yijitong.notice;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;

/** The statements over mailboxes, which belong to no unit. */
@Component
class MailboxStore {
    private final Db db;

    MailboxStore(Db db) {
        this.db = db;
    }

    void add(UUID account, byte[] sealed, Instant now) {
        db.global("""
                INSERT INTO notice.mailboxes (account_id, sealed, recorded_at) VALUES (:account, :sealed, :now)
                """)
                .bind("account", account)
                .bind("sealed", sealed)
                .bind("now", now)
                .run();
    }

    /** Whether there was one. */
    boolean remove(UUID account) {
        return db.global("DELETE FROM notice.mailboxes WHERE account_id = :account")
                        .bind("account", account)
                        .run()
                == 1;
    }

    Optional<byte[]> find(UUID account) {
        return db.global("""
                        SELECT encode(sealed, 'base64') FROM notice.mailboxes WHERE account_id = :account
                        """).bind("account", account).first(String.class).map(Base64.getMimeDecoder()::decode);
    }
}

package org.yijitong.document;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** The bytes of what was attached. */
@Component
class ContentStore {
    private final Db db;

    ContentStore(Db db) {
        this.db = db;
    }

    void add(UnitId unit, Attachment attachment, byte[] content) {
        db.in(unit, """
                        INSERT INTO document.contents (unit_id, hash, format, content)
                        VALUES (:unit, decode(:hash, 'hex'), :format, :content)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("hash", attachment.hash())
                .bind("format", attachment.kind())
                .bind("content", content)
                .run();
    }

    Optional<byte[]> find(UnitId unit, String hash) {
        return db.in(unit, """
                        SELECT content FROM document.contents WHERE unit_id = :unit AND hash = decode(:hash, 'hex')
                        """).bind("hash", hash).first(byte[].class);
    }
}

package org.yijitong.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.document.Attachment;
import org.yijitong.shared.Days;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Which files belong to which records. */
@Component
class AttachmentStore {
    private final Db db;
    private final Days days;

    AttachmentStore(Db db, Days days) {
        this.db = db;
        this.days = days;
    }

    /** Those of a record that the scope reaches through any of its sides; the ones taken off among them. */
    List<AttachedFile> of(Scope scope, RecordId record) {
        return db.in(scope.unit(), """
                        SELECT a.attachment_id, a.name, a.format, a.size, encode(a.hash, 'hex') AS hash, a.recorded_at,
                               r.recorded_at AS removed_at
                        FROM activity.attachments a
                        LEFT JOIN activity.attachment_removals r ON r.unit_id = :unit
                            AND r.attachment_id = a.attachment_id
                        WHERE a.unit_id = :unit AND a.record_id = :record
                          AND EXISTS (SELECT FROM activity.sides s
                              WHERE s.unit_id = :unit AND s.record_id = a.record_id
                                AND s.organization_id IN (SELECT organization_id
                                    FROM organization.reach(:unit, :top, :today)))
                        ORDER BY a.attachment_id
                        LIMIT 200
                        """)
                .bind("record", record)
                .bind("top", scope.top())
                .bind("today", days.today())
                .list(AttachedFile.class);
    }

    /** How many files a record has, while nobody else adds one. */
    int lockAndCount(UnitId unit, RecordId record) {
        return db.in(unit, """
                        WITH held AS MATERIALIZED (
                            SELECT record_id FROM activity.records
                            WHERE unit_id = :unit AND record_id = :record
                            FOR NO KEY UPDATE
                        )
                        SELECT count(*)::int FROM held h
                        JOIN activity.attachments a ON a.unit_id = :unit AND a.record_id = h.record_id
                        WHERE NOT EXISTS (SELECT FROM activity.attachment_removals r
                            WHERE r.unit_id = :unit AND r.attachment_id = a.attachment_id)
                        """).bind("record", record).one(Integer.class);
    }

    void add(Scope scope, RecordId record, UUID id, String name, Attachment attachment, Instant now) {
        db.in(scope.unit(), """
                        INSERT INTO activity.attachments (unit_id, attachment_id, record_id, hash, name, format, size,
                            recorded_at, account_id)
                        VALUES (:unit, :id, :record, decode(:hash, 'hex'), :name, :format, :size, :now, :account)
                        """)
                .bind("id", id)
                .bind("record", record)
                .bind("hash", attachment.hash())
                .bind("name", name)
                .bind("format", attachment.kind())
                .bind("size", attachment.size())
                .bind("now", now)
                .bind("account", scope.account())
                .run();
    }

    /** Whether it was still there. */
    boolean remove(Scope scope, UUID attachment, Instant now) {
        return db.in(scope.unit(), """
                        INSERT INTO activity.attachment_removals (unit_id, attachment_id, recorded_at, account_id)
                        VALUES (:unit, :attachment, :now, :account)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("attachment", attachment)
                        .bind("now", now)
                        .bind("account", scope.account())
                        .run()
                == 1;
    }
}

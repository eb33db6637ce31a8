package org.yijitong.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** The statements over the outbox. */
@Component
class OutboxStore {
    private final Db db;

    OutboxStore(Db db) {
        this.db = db;
    }

    record Row(UUID noticeId, UUID accountId, String subject, String body) {}

    /** Whether nobody opened this day before. */
    boolean open(UnitId unit, LocalDate day, Instant now) {
        return db.in(unit, """
                        INSERT INTO notice.digests (unit_id, day, recorded_at) VALUES (:unit, :day, :now)
                        ON CONFLICT (unit_id, day) DO NOTHING
                        """).bind("day", day).bind("now", now).run() == 1;
    }

    void add(UnitId unit, LocalDate day, Collection<Row> rows, Instant now) {
        db.in(unit, """
                        INSERT INTO notice.outbox (unit_id, notice_id, account_id, day, subject, body, recorded_at, state,
                            attempts, next_at)
                        SELECT :unit, notice_id, account_id, :day, subject, body, :now, 'waiting', 0, :now
                        FROM jsonb_to_recordset(:rows::jsonb) AS r(notice_id uuid, account_id uuid, subject text, body text)
                        ON CONFLICT (unit_id, account_id, day) DO NOTHING
                        """).bind("day", day).bind("now", now).rows("rows", rows).run();
    }

    /** One that is due. */
    record Due(UUID noticeId, UUID accountId, String subject, String body, int attempts) {}

    /** What has waited since an earlier day is not sent any more. */
    void fail(UnitId unit, LocalDate today) {
        db.in(unit, """
                        UPDATE notice.outbox SET state = 'failed'
                        WHERE unit_id = :unit AND state = 'waiting' AND day < :today
                        """).bind("today", today).run();
    }

    /** Takes some of a day that are due, so that no other server sends them; what is taken is not taken again. */
    List<Due> take(UnitId unit, LocalDate day, Instant now, int limit) {
        return db.in(unit, """
                        UPDATE notice.outbox o SET state = 'sending', attempts = o.attempts + 1
                        FROM (SELECT notice_id FROM notice.outbox
                              WHERE unit_id = :unit AND state = 'waiting' AND day = :day AND next_at <= :now
                              ORDER BY next_at LIMIT :limit FOR UPDATE SKIP LOCKED) d
                        WHERE o.unit_id = :unit AND o.notice_id = d.notice_id
                        RETURNING o.notice_id, o.account_id, o.subject, o.body, o.attempts
                        """)
                .bind("day", day)
                .bind("now", now)
                .bind("limit", limit)
                .list(Due.class);
    }

    void leave(UnitId unit, UUID notice, Outcome outcome, Instant next) {
        db.in(unit, """
                        UPDATE notice.outbox SET state = :state, next_at = :next
                        WHERE unit_id = :unit AND notice_id = :notice AND state = 'sending'
                        """)
                .bind("notice", notice)
                .bind("state", outcome)
                .bind("next", next)
                .run();
    }

    /** What came of sending one. */
    enum Outcome {
        SENT,
        /** The server did not take it; once more later. */
        WAITING,
        /** It was not taken too often, its day went by, or its account has no address any more. */
        FAILED,
        /** Nobody knows whether it was taken. */
        UNKNOWN
    }
}

package org.yijitong.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** The statements over what is said to hooks. */
@Component
class DeliveryStore {
    private final Db db;

    DeliveryStore(Db db) {
        this.db = db;
    }

    /** A trial. */
    void add(UnitId unit, UUID hook, UUID subject, Instant now) {
        db.in(unit, """
                        INSERT INTO notice.deliveries (unit_id, hook_id, subject_id, place, kind, closed, happened_at,
                            state, attempts, next_at, answer)
                        VALUES (:unit, :hook, :subject, 0, 'test', false, :now, 'waiting', 0, :now, '')
                        """)
                .bind("hook", hook)
                .bind("subject", subject)
                .bind("now", now)
                .run();
    }

    /** The latest of a hook. */
    List<Delivery> of(UnitId unit, UUID hook, int limit) {
        return db.in(unit, """
                        SELECT hook_id, subject_id, place, kind, flow, flow_version, from_state, to_state, closed,
                               happened_at, state, attempts, next_at, answer
                        FROM notice.deliveries WHERE unit_id = :unit AND hook_id = :hook
                        ORDER BY happened_at DESC, subject_id DESC, place DESC LIMIT :limit
                        """).bind("hook", hook).bind("limit", limit).list(Delivery.class);
    }

    /** How many of a hook wait. */
    int waiting(UnitId unit, UUID hook) {
        return db.in(unit, """
                        SELECT count(*)::int FROM notice.deliveries
                        WHERE unit_id = :unit AND hook_id = :hook AND state <> 'delivered'
                        """).bind("hook", hook).one(Integer.class);
    }

    /**
     * Has what waits tried at once, as if for the first time: one message, or all that wait. What tells only its day is not
     * told before the day is over. How many.
     */
    int again(UnitId unit, UUID hook, @Nullable UUID subject, int place, Instant now) {
        return db.in(unit, """
                        UPDATE notice.deliveries SET state = 'waiting', attempts = 0, next_at = greatest(:now,
                            CASE WHEN happened_at = notice.day(happened_at) THEN happened_at + interval '1 day' END)
                        WHERE unit_id = :unit AND hook_id = :hook
                          AND CASE WHEN :subject::uuid IS NULL THEN state <> 'delivered'
                                   ELSE subject_id = :subject::uuid AND place = :place END
                        """)
                .bind("hook", hook)
                .bind("subject", subject)
                .bind("place", place)
                .bind("now", now)
                .run();
    }

    /** One that is due, and where it goes. */
    record Due(
            UUID hookId,
            String address,
            UUID subjectId,
            int place,
            HookKind kind,
            @Nullable String flow,
            @Nullable Integer flowVersion,
            @Nullable String fromState,
            @Nullable String toState,
            boolean closed,
            Instant happenedAt,
            int attempts) {
        String message() {
            return subjectId + "_" + place;
        }
    }

    /**
     * Takes some that are due, so that no other server sends them meanwhile; of a matter only the earliest, of a hook that
     * took nothing last time only one.
     *
     * @param again when another may take them, since whoever did has fallen over
     */
    List<Due> take(UnitId unit, Instant now, Instant again, int most) {
        return db.in(unit, """
                        UPDATE notice.deliveries d SET state = 'sending', attempts = d.attempts + 1, next_at = :again
                        FROM (
                            SELECT h.hook_id, h.address, t.subject_id, t.place
                            FROM notice.hooks h
                            CROSS JOIN LATERAL (
                                SELECT w.subject_id, w.place FROM notice.deliveries w
                                WHERE w.unit_id = :unit AND w.hook_id = h.hook_id AND w.state <> 'delivered'
                                  AND w.next_at <= :now
                                  AND NOT EXISTS (SELECT FROM notice.deliveries p
                                      WHERE p.unit_id = :unit AND p.hook_id = w.hook_id AND p.subject_id = w.subject_id
                                        AND p.place < w.place AND p.state <> 'delivered')
                                ORDER BY w.next_at, w.subject_id
                                LIMIT CASE WHEN h.failures = 0 THEN :most ELSE 1 END
                                FOR UPDATE OF w SKIP LOCKED
                            ) t
                            WHERE h.unit_id = :unit AND h.state = 'active'
                        ) t
                        WHERE d.unit_id = :unit AND d.hook_id = t.hook_id AND d.subject_id = t.subject_id
                          AND d.place = t.place
                        RETURNING d.hook_id, t.address, d.subject_id, d.place, d.kind, d.flow, d.flow_version,
                            d.from_state, d.to_state, d.closed, d.happened_at, d.attempts
                        """)
                .bind("now", now)
                .bind("again", again)
                .bind("most", most)
                .list(Due.class);
    }

    /** Notes what came of an attempt, unless another server has taken it since. */
    void leave(UnitId unit, Due due, Delivery.State state, Instant next, String answer) {
        db.in(unit, """
                        UPDATE notice.deliveries SET state = :state, next_at = :next, answer = :answer
                        WHERE unit_id = :unit AND hook_id = :hook AND subject_id = :subject AND place = :place
                          AND state = 'sending' AND attempts = :attempts
                        """)
                .bind("hook", due.hookId())
                .bind("subject", due.subjectId())
                .bind("place", due.place())
                .bind("attempts", due.attempts())
                .bind("state", state)
                .bind("next", next)
                .bind("answer", answer)
                .run();
    }
}

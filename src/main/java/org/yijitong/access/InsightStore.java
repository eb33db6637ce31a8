package org.yijitong.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;

/** The statements over reasons for looking into a unit below. */
@Component
class InsightStore {
    private final Db db;

    InsightStore(Db db) {
        this.db = db;
    }

    boolean given(UUID account, Insight into, LocalDate day) {
        return db.in(into.unit(), """
                        SELECT EXISTS (SELECT FROM access.insights
                            WHERE unit_id = :unit AND account_id = :account AND action = :action
                              AND subject_id = :subject AND day = :day)
                        """)
                .bind("account", account)
                .bind("action", into.action())
                .bind("subject", into.subject())
                .bind("day", day)
                .one(Boolean.class);
    }

    /** Keeps a reason; false if one was given that day. */
    boolean add(UUID account, Insight into, LocalDate day, String reason, Instant now) {
        return db.in(into.unit(), """
                        INSERT INTO access.insights (unit_id, account_id, action, subject_id, day, reason, recorded_at)
                        VALUES (:unit, :account, :action, :subject, :day, :reason, :now)
                        ON CONFLICT (unit_id, account_id, action, subject_id, day) DO NOTHING
                        """)
                        .bind("account", account)
                        .bind("action", into.action())
                        .bind("subject", into.subject())
                        .bind("day", day)
                        .bind("reason", reason)
                        .bind("now", now)
                        .run()
                == 1;
    }
}

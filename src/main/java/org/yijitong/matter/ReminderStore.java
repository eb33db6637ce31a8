package org.yijitong.matter;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Which matters were spoken of, and to whom. */
@Component
class ReminderStore {
    private final Db db;

    ReminderStore(Db db) {
        this.db = db;
    }

    /**
     * What one account is told.
     *
     * @param soon how many are due soon
     * @param late how many are late
     * @param first the earliest day among them
     */
    record Told(UUID accountId, int soon, int late, LocalDate first) {}

    /**
     * Notes what is due until a day and was not spoken of yet, and says to whom it is said.
     *
     * @param roles that can do something about it
     */
    List<Told> remind(UnitId unit, LocalDate today, LocalDate until, Set<String> roles) {
        return db.in(unit, """
                        WITH spoken AS (
                            INSERT INTO matter.reminders (unit_id, matter_id, due_on, side)
                            SELECT :unit, m.matter_id, m.due_on,
                                   CASE WHEN m.due_on < :today THEN 'after' ELSE 'before' END
                            FROM matter.matters m
                            WHERE m.unit_id = :unit AND m.due_on <= :until
                            ORDER BY m.due_on, m.matter_id LIMIT 100000
                            ON CONFLICT (unit_id, matter_id, due_on, side) DO NOTHING
                            RETURNING matter_id, due_on, side
                        )
                        SELECT g.account_id,
                               count(DISTINCT s.matter_id) FILTER (WHERE s.side = 'before')::int AS soon,
                               count(DISTINCT s.matter_id) FILTER (WHERE s.side = 'after')::int AS late,
                               min(s.due_on) AS first
                        FROM spoken s
                        JOIN matter.matters m ON m.unit_id = :unit AND m.matter_id = s.matter_id
                        JOIN access.v_grants g ON g.unit_id = :unit AND g.organization_id = m.owner_id
                            AND (g.role = ANY(:roles) OR g.role = 'judge' AND 'judge' = ANY(m.posts)
                                AND NOT EXISTS (SELECT FROM access.self(:unit, g.account_id) s
                                    WHERE s.person_id = ANY(m.barred)))
                            AND g.valid_from <= :today AND g.valid_to > :today
                        JOIN notice.v_mailboxes b ON b.account_id = g.account_id AND g.unit_id = :unit
                        GROUP BY g.account_id ORDER BY g.account_id LIMIT 100000
                        """)
                .bind("today", today)
                .bind("until", until)
                .bind("roles", List.copyOf(roles))
                .list(Told.class);
    }
}

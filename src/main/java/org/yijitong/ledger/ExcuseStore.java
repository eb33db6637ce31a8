package org.yijitong.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.mechanism.Duty;
import org.yijitong.shared.Db;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** What superiors allowed not to be done. */
@Component
class ExcuseStore {
    private final Db db;

    ExcuseStore(Db db) {
        this.db = db;
    }

    /** Whether it was written; false when the same is excused already. */
    boolean add(Scope scope, UUID id, StandingStore.Row row, Duty.Excuse ground, String note, Instant now) {
        return db.in(scope.unit(), """
                        INSERT INTO ledger.excuses (unit_id, excuse_id, organization_id, duty_id, period_from, ground,
                            note, account_id, recorded_from, recorded_to)
                        VALUES (:unit, :id, :organization, :duty, :from, :ground, :note, :account, :now, 'infinity')
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("id", id)
                        .bind("organization", row.organizationId())
                        .bind("duty", row.dutyId())
                        .bind("from", row.periodFrom())
                        .bind("ground", ground)
                        .bind("note", note)
                        .bind("account", scope.account())
                        .bind("now", now)
                        .run()
                == 1;
    }

    Optional<Excuses.Allowed> of(UnitId unit, StandingStore.Row row) {
        return db.in(unit, """
                        SELECT ground, note, account_id, recorded_from FROM ledger.excuses
                        WHERE unit_id = :unit AND organization_id = :organization AND duty_id = :duty
                          AND period_from = :from AND recorded_to = 'infinity'
                        """)
                .bind("organization", row.organizationId())
                .bind("duty", row.dutyId())
                .bind("from", row.periodFrom())
                .first(Excuses.Allowed.class);
    }

    /** Ends it; whether there was one. */
    boolean end(Scope scope, StandingStore.Row row, Instant now) {
        return db.in(scope.unit(), """
                        UPDATE ledger.excuses SET recorded_to = greatest(:now, recorded_from)
                        WHERE unit_id = :unit AND organization_id = :organization AND duty_id = :duty
                          AND period_from = :from AND recorded_to = 'infinity'
                        """)
                        .bind("organization", row.organizationId())
                        .bind("duty", row.dutyId())
                        .bind("from", row.periodFrom())
                        .bind("now", now)
                        .run()
                == 1;
    }

    /** Brings it into the standing and the tallies. */
    void mark(Scope scope, UUID obligation, boolean excused) {
        db.in(scope.unit(), """
                        WITH held AS (
                            SELECT s.obligation_id, s.done, s.excused FROM ledger.standings s
                            WHERE s.unit_id = :unit AND s.obligation_id = :obligation FOR UPDATE
                        ), moved AS (
                            UPDATE ledger.standings s SET excused = :excused
                            FROM held h
                            WHERE s.unit_id = :unit AND s.obligation_id = h.obligation_id AND h.excused <> :excused
                            RETURNING s.obligation_id, s.done
                        )
                        INSERT INTO ledger.tally_changes (unit_id, duty_id, month, due_on, known_on, owed, met, excused)
                        SELECT :unit, o.duty_id, date_trunc('month', o.period_to)::date, o.due_on, o.known_on, 0, 0,
                               CASE WHEN :excused THEN 1 ELSE -1 END
                        FROM moved m
                        JOIN ledger.obligations o ON o.unit_id = :unit AND o.obligation_id = m.obligation_id
                        WHERE m.done < o.need
                        """)
                .bind("obligation", obligation)
                .bind("excused", excused)
                .run();
    }
}

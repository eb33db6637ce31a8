package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Why it counts: contributions as facts and obligations come and go, and the standing they add up to. */
@Component
class ContributionStore {
    /**
     * More facts than these are counted faster together than each by itself. What concerns fewer finds its rows by their
     * keys, by a plan that is kept; planning it took longer.
     */
    static final int FEW = 500;

    private static final String COUNT = """
            INSERT INTO ledger.contributions (unit_id, obligation_id, fact_id, duty_version_id, taken_back,
                amount, recorded_at)
            SELECT :unit, m.obligation_id, m.fact_id, m.duty_version_id, false, m.amount, m.recorded_at
            FROM ledger.met_by_few(:unit, :come::uuid[]) m
            UNION ALL
            SELECT :unit, c.obligation_id, c.fact_id, c.duty_version_id, true, -c.amount, :now
            FROM ledger.contributions c
            WHERE c.unit_id = :unit AND c.fact_id = ANY(:gone::uuid[]) AND NOT c.taken_back
              AND NOT EXISTS (SELECT FROM ledger.contributions b
                  WHERE b.unit_id = :unit AND b.obligation_id = c.obligation_id
                    AND b.fact_id = c.fact_id AND b.duty_version_id = c.duty_version_id AND b.taken_back)
            RETURNING obligation_id, amount
            """;

    private static final String ADD_UP = """
            WITH change AS MATERIALIZED (
                SELECT obligation_id, sum(amount) AS amount
                FROM unnest(:obligations::uuid[], :amounts::numeric[]) AS m(obligation_id, amount)
                GROUP BY obligation_id
            ), held AS MATERIALIZED (
                SELECT s.obligation_id, s.done
                FROM ledger.standings s
                WHERE s.unit_id = :unit AND s.obligation_id = ANY(:obligations::uuid[])
                ORDER BY s.obligation_id
                FOR UPDATE
            ), moved AS (
                UPDATE ledger.standings s SET done = h.done + c.amount
                FROM held h JOIN change c ON c.obligation_id = h.obligation_id
                WHERE s.unit_id = :unit AND s.obligation_id = h.obligation_id
                RETURNING s.obligation_id, h.done AS before, s.done AS after, s.excused::int AS excused
            )
            INSERT INTO ledger.tally_changes (unit_id, duty_id, month, due_on, known_on, owed, met, excused)
            SELECT :unit, o.duty_id, date_trunc('month', o.period_to)::date, o.due_on, o.known_on, 0,
                   (m.after >= o.need)::int - (m.before >= o.need)::int,
                   m.excused * ((m.before >= o.need)::int - (m.after >= o.need)::int)
            FROM moved m
            JOIN ledger.obligations o ON o.unit_id = :unit AND o.obligation_id = m.obligation_id
            WHERE (m.after >= o.need) <> (m.before >= o.need)
            """;

    private final Db db;

    ContributionStore(Db db) {
        this.db = db;
    }

    /** By how much an obligation moved. */
    record Move(UUID obligationId, BigDecimal amount) {}

    /** New facts count, retracted facts no longer do. */
    List<Move> count(UnitId unit, Collection<UUID> come, Collection<UUID> gone, Instant now) {
        return (come.size() + gone.size() <= FEW ? db.byKey(unit, COUNT) : db.in(unit, COUNT))
                .bind("come", come)
                .bind("gone", gone)
                .bind("now", now)
                .list(Move.class);
    }

    /** The same for very many new facts; each obligation that moved once. */
    List<Move> countMany(UnitId unit, Collection<UUID> come) {
        return db.in(unit, """
                        WITH counted AS (
                            INSERT INTO ledger.contributions (unit_id, obligation_id, fact_id, duty_version_id,
                                taken_back, amount, recorded_at)
                            SELECT :unit, m.obligation_id, m.fact_id, m.duty_version_id, false, m.amount,
                                   m.recorded_at
                            FROM ledger.met_by(:unit, :come::uuid[]) m
                            RETURNING obligation_id, amount
                        )
                        SELECT obligation_id, sum(amount) AS amount FROM counted GROUP BY obligation_id
                        """).bind("come", come).list(Move.class);
    }

    /**
     * Brings what just moved into the standing, and into the tallies where an obligation became met or ceased to be.
     * Rows are taken in the order of their keys, so that two writers wait for each other and never in a circle. The
     * obligations are an array, of which the planner knows how many they are.
     */
    void addUp(UnitId unit, List<Move> moves) {
        (moves.size() <= FEW ? db.byKey(unit, ADD_UP) : db.in(unit, ADD_UP))
                .bind("obligations", moves.stream().map(Move::obligationId).toList())
                .bind("amounts", moves.stream().map(Move::amount).toList())
                .run();
    }
}

package org.yijitong.overview;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Sums over units, in two stages: by unit, then above; by the roll-up role. */
@Component
class SumStore {
    private final Db db;

    SumStore(Db db) {
        this.db = db;
    }

    /** A unit, with everything below it, in one month. */
    record UnitLine(
            UnitId unitId,
            String name,
            boolean own,
            LocalDate month,
            int owed,
            int met,
            int excused,
            int quiet,
            int late) {
        Tally tally() {
            return new Tally(owed, met, excused, quiet, late);
        }
    }

    /** The unit that asks, alone, and each unit directly below it with all that is deeper. */
    List<UnitLine> byUnit(UnitId root, Collection<UUID> duties, LocalDate first, LocalDate last, LocalDate on) {
        return db.across(root, """
                        WITH units AS MATERIALIZED (
                            SELECT t.unit_id, t.month, sum(t.owed) AS owed, sum(t.met) AS met,
                                   sum(t.excused) AS excused,
                                   sum(CASE WHEN t.due_on < :on AND t.due_on < t.known_on
                                       THEN t.owed - t.met - t.excused ELSE 0 END) AS quiet,
                                   sum(CASE WHEN t.due_on < :on AND t.due_on >= t.known_on
                                       THEN t.owed - t.met - t.excused ELSE 0 END) AS late
                            FROM ledger.v_tallies t
                            WHERE t.duty_id = ANY(:duties::uuid[]) AND t.month BETWEEN :first AND :last
                            GROUP BY t.unit_id, t.month
                        )
                        SELECT h.unit_id, h.name, a.depth = 0 AS own, u.month, sum(u.owed)::int AS owed,
                               sum(u.met)::int AS met, sum(u.excused)::int AS excused, sum(u.quiet)::int AS quiet,
                               sum(u.late)::int AS late
                        FROM organization.v_unit_paths a
                        JOIN organization.v_unit_heads h ON h.unit_id = a.unit_id
                        JOIN organization.v_unit_paths b ON b.ancestor_id = a.unit_id
                            AND (a.depth = 1 OR b.depth = 0)
                        JOIN units u ON u.unit_id = b.unit_id
                        WHERE a.ancestor_id = :root AND a.depth <= 1
                        GROUP BY h.unit_id, h.name, h.code, a.depth, u.month
                        ORDER BY a.depth, h.code, u.month
                        LIMIT 100000
                        """)
                .bind("duties", duties)
                .bind("first", first)
                .bind("last", last)
                .bind("on", on)
                .list(UnitLine.class);
    }

    /** A duty in one month, over all units. */
    record DutyLine(UUID dutyId, LocalDate month, int owed, int met, int excused, int quiet, int late) {
        Tally tally() {
            return new Tally(owed, met, excused, quiet, late);
        }
    }

    /** Each duty, over the unit that asks and everything below it. */
    List<DutyLine> byDuty(UnitId root, Collection<UUID> duties, LocalDate first, LocalDate last, LocalDate on) {
        return db.across(root, """
                        WITH units AS MATERIALIZED (
                            SELECT t.unit_id, t.duty_id, t.month, sum(t.owed) AS owed, sum(t.met) AS met,
                                   sum(t.excused) AS excused,
                                   sum(CASE WHEN t.due_on < :on AND t.due_on < t.known_on
                                       THEN t.owed - t.met - t.excused ELSE 0 END) AS quiet,
                                   sum(CASE WHEN t.due_on < :on AND t.due_on >= t.known_on
                                       THEN t.owed - t.met - t.excused ELSE 0 END) AS late
                            FROM ledger.v_tallies t
                            WHERE t.duty_id = ANY(:duties::uuid[]) AND t.month BETWEEN :first AND :last
                            GROUP BY t.unit_id, t.duty_id, t.month
                        )
                        SELECT u.duty_id, u.month, sum(u.owed)::int AS owed, sum(u.met)::int AS met,
                               sum(u.excused)::int AS excused, sum(u.quiet)::int AS quiet, sum(u.late)::int AS late
                        FROM units u
                        JOIN organization.v_unit_paths p ON p.ancestor_id = :root AND p.unit_id = u.unit_id
                        GROUP BY u.duty_id, u.month
                        ORDER BY u.duty_id, u.month
                        LIMIT 100000
                        """)
                .bind("duties", duties)
                .bind("first", first)
                .bind("last", last)
                .bind("on", on)
                .list(DutyLine.class);
    }
}

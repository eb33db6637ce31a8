package org.yijitong.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Who owes what for which period: closes what is no longer owed, opens what is. The book is held meanwhile. */
@Component
class ObligationStore {
    private final Db db;

    ObligationStore(Db db) {
        this.db = db;
    }

    /** Whether a period begins between two days; on most days none does. */
    boolean begins(LocalDate first, LocalDate last) {
        return db.global("""
                        SELECT EXISTS (SELECT FROM mechanism.v_duty_periods WHERE period_from BETWEEN :first AND :last)
                        """).bind("first", first).bind("last", last).one(Boolean.class);
    }

    /** Lets the planner know how much there is. */
    void survey() {
        db.global("SELECT 1 FROM ledger.survey()").one(Integer.class);
    }

    /** Closes calendar obligations that are no longer owed as they stand; which. */
    List<UUID> close(UnitId unit, LocalDate first, LocalDate last, Instant now) {
        return db.in(unit, """
                        UPDATE ledger.obligations o SET recorded_to = greatest(:now, o.recorded_from)
                        WHERE o.unit_id = :unit AND o.recorded_to = 'infinity' AND o.trigger_fact_id IS NULL
                          AND o.period_from BETWEEN :first AND :last
                          AND NOT EXISTS (SELECT FROM ledger.owed(:unit, :first, :last) w
                              WHERE (w.duty_id, w.duty_version_id, w.organization_id, w.period_from, w.period_to,
                                     w.due_on, w.need)
                                  = (o.duty_id, o.duty_version_id, o.organization_id, o.period_from, o.period_to,
                                     o.due_on, o.need)
                                AND coalesce(w.person_id, :unit) = coalesce(o.person_id, :unit))
                        RETURNING o.obligation_id
                        """)
                .bind("first", first)
                .bind("last", last)
                .bind("now", now)
                .list(UUID.class);
    }

    /** Opens calendar obligations that are owed and not open yet; which. */
    List<UUID> open(UnitId unit, LocalDate first, LocalDate last, Instant now) {
        return db.in(unit, """
                        INSERT INTO ledger.obligations (unit_id, obligation_id, duty_id, duty_version_id,
                            organization_id, person_id, period_from, period_to, due_on, need, known_on, recorded_from,
                            recorded_to)
                        SELECT :unit, gen_random_uuid(), w.duty_id, w.duty_version_id, w.organization_id, w.person_id,
                               w.period_from, w.period_to, w.due_on, w.need, w.known_on, :now, 'infinity'
                        FROM ledger.owed(:unit, :first, :last) w
                        WHERE NOT EXISTS (SELECT FROM ledger.obligations o
                            WHERE o.unit_id = :unit AND o.recorded_to = 'infinity' AND o.trigger_fact_id IS NULL
                              AND o.period_from BETWEEN :first AND :last
                              AND (o.duty_id, o.organization_id, o.period_from)
                                = (w.duty_id, w.organization_id, w.period_from)
                              AND coalesce(o.person_id, :unit) = coalesce(w.person_id, :unit))
                        RETURNING obligation_id
                        """)
                .bind("first", first)
                .bind("last", last)
                .bind("now", now)
                .list(UUID.class);
    }

    /** Closes obligations whose trigger was retracted, or no longer sets anything off; for facts of some days on; which. */
    List<UUID> closeTriggered(UnitId unit, @Nullable Collection<UUID> facts, LocalDate since, Instant now) {
        return db.in(unit, """
                        UPDATE ledger.obligations o SET recorded_to = greatest(:now, o.recorded_from)
                        WHERE o.unit_id = :unit AND o.recorded_to = 'infinity' AND o.trigger_fact_id IS NOT NULL
                          AND (:facts::uuid[] IS NULL OR o.trigger_fact_id = ANY(:facts::uuid[]))
                          AND o.period_from >= :since
                          AND NOT EXISTS (SELECT FROM ledger.v_triggered w
                              WHERE w.unit_id = :unit AND w.fact_id = o.trigger_fact_id
                                AND (w.duty_id, w.duty_version_id, w.period_to, w.need)
                                  = (o.duty_id, o.duty_version_id, o.period_to, o.need))
                        RETURNING o.obligation_id
                        """)
                .bind("facts", facts)
                .bind("since", since)
                .bind("now", now)
                .list(UUID.class);
    }

    /** Opens what facts of some days on set off; which obligations. */
    List<UUID> openTriggered(UnitId unit, @Nullable Collection<UUID> facts, LocalDate since, Instant now) {
        return db.in(unit, """
                        INSERT INTO ledger.obligations (unit_id, obligation_id, duty_id, duty_version_id,
                            organization_id, trigger_fact_id, period_from, period_to, due_on, need, known_on,
                            recorded_from, recorded_to)
                        SELECT :unit, gen_random_uuid(), w.duty_id, w.duty_version_id, w.organization_id, w.fact_id,
                               w.period_from, w.period_to, w.period_to, w.need, w.known_on, :now, 'infinity'
                        FROM ledger.v_triggered w
                        WHERE w.unit_id = :unit AND (:facts::uuid[] IS NULL OR w.fact_id = ANY(:facts::uuid[]))
                          AND w.period_from >= :since
                          AND NOT EXISTS (SELECT FROM ledger.obligations o
                            WHERE o.unit_id = :unit AND o.recorded_to = 'infinity'
                              AND o.trigger_fact_id = w.fact_id AND o.duty_id = w.duty_id)
                        RETURNING obligation_id
                        """)
                .bind("facts", facts)
                .bind("since", since)
                .bind("now", now)
                .list(UUID.class);
    }

    /**
     * Whether the statements that follow may be carried out by loops over rows. The planner cannot know how many rows
     * were written in this same transaction, and takes them for few.
     */
    void loops(boolean allowed) {
        db.global(allowed ? "SET LOCAL enable_nestloop = on" : "SET LOCAL enable_nestloop = off")
                .run();
    }

    /** What was opened counts what happened in its period, told by its bearer; for a few obligations. */
    void count(UnitId unit, Collection<UUID> opened) {
        db.in(unit, """
                        WITH near AS (
                            SELECT f.fact_id
                            FROM ledger.obligations o
                            JOIN ledger.facts f ON f.unit_id = :unit AND f.organization_id = o.organization_id
                                AND f.happened_on BETWEEN o.period_from AND o.period_to
                            WHERE o.unit_id = :unit AND o.obligation_id = ANY(:opened::uuid[]) AND o.person_id IS NULL
                            UNION
                            SELECT p.fact_id
                            FROM ledger.obligations o
                            JOIN ledger.fact_people p ON p.unit_id = :unit AND p.person_id = o.person_id
                            JOIN ledger.facts f ON f.unit_id = :unit AND f.fact_id = p.fact_id
                                AND f.happened_on BETWEEN o.period_from AND o.period_to
                            WHERE o.unit_id = :unit AND o.obligation_id = ANY(:opened::uuid[])
                        )
                        INSERT INTO ledger.contributions (unit_id, obligation_id, fact_id, duty_version_id, taken_back,
                            amount, recorded_at)
                        SELECT :unit, m.obligation_id, m.fact_id, m.duty_version_id, false, m.amount, m.recorded_at
                        FROM ledger.v_matches m
                        WHERE m.unit_id = :unit AND m.fact_id = ANY(ARRAY(SELECT fact_id FROM near))
                          AND m.obligation_id = ANY(:opened::uuid[])
                          AND NOT EXISTS (SELECT FROM ledger.retractions r
                              WHERE r.unit_id = :unit AND r.fact_id = m.fact_id)
                        """).bind("opened", opened).run();
    }

    /** The same for very many, by reading all facts of the unit once. */
    void countMany(UnitId unit, Collection<UUID> opened) {
        db.in(unit, """
                        INSERT INTO ledger.contributions (unit_id, obligation_id, fact_id, duty_version_id, taken_back,
                            amount, recorded_at)
                        SELECT :unit, m.obligation_id, m.fact_id, m.duty_version_id, false, m.amount, m.recorded_at
                        FROM ledger.matched(:unit,
                            ARRAY(SELECT DISTINCT organization_id FROM ledger.facts WHERE unit_id = :unit)) m
                        WHERE m.obligation_id = ANY(:opened::uuid[])
                        """).bind("opened", opened).run();
    }

    /** What was closed counts nothing any more. */
    void takeBack(UnitId unit, Collection<UUID> closed, Instant now) {
        db.in(unit, """
                        INSERT INTO ledger.contributions (unit_id, obligation_id, fact_id, duty_version_id, taken_back,
                            amount, recorded_at)
                        SELECT :unit, c.obligation_id, c.fact_id, c.duty_version_id, true, -c.amount,
                               greatest(:now, c.recorded_at)
                        FROM ledger.contributions c
                        WHERE c.unit_id = :unit AND c.obligation_id = ANY(:closed::uuid[]) AND NOT c.taken_back
                          AND NOT EXISTS (SELECT FROM ledger.contributions b
                              WHERE b.unit_id = :unit AND b.obligation_id = c.obligation_id
                                AND b.fact_id = c.fact_id AND b.duty_version_id = c.duty_version_id AND b.taken_back)
                        """).bind("closed", closed).bind("now", now).run();
    }

    /** The standing of what was opened begins, of what was closed ends; the tallies follow. */
    void restand(UnitId unit, Collection<UUID> opened, Collection<UUID> closed) {
        db.in(unit, """
                        WITH gone AS (
                            DELETE FROM ledger.standings s
                            USING ledger.obligations o
                            WHERE s.unit_id = :unit AND s.obligation_id = ANY(:closed::uuid[])
                              AND o.unit_id = :unit AND o.obligation_id = s.obligation_id
                            RETURNING o.duty_id, o.period_to, o.due_on, o.known_on, s.done >= o.need AS met, s.excused
                        ), come AS (
                            SELECT o.obligation_id, o.duty_id, o.period_to, o.due_on, o.known_on, o.need,
                                coalesce((SELECT sum(c.amount) FROM ledger.contributions c
                                    WHERE c.unit_id = :unit AND c.obligation_id = o.obligation_id), 0) AS done,
                                EXISTS (SELECT FROM ledger.excuses e
                                    WHERE e.unit_id = :unit AND e.organization_id = o.organization_id
                                      AND e.duty_id = o.duty_id AND e.period_from = o.period_from
                                      AND o.person_id IS NULL AND e.recorded_to = 'infinity') AS excused
                            FROM ledger.obligations o
                            WHERE o.unit_id = :unit AND o.obligation_id = ANY(:opened::uuid[])
                        ), stand AS (
                            INSERT INTO ledger.standings (unit_id, obligation_id, done, excused)
                            SELECT :unit, obligation_id, done, excused FROM come
                        )
                        INSERT INTO ledger.tally_changes (unit_id, duty_id, month, due_on, known_on, owed, met, excused)
                        SELECT :unit, duty_id, date_trunc('month', period_to)::date, due_on, known_on,
                               sum(owed), sum(met), sum(excused)
                        FROM (SELECT duty_id, period_to, due_on, known_on, 1 AS owed, (done >= need)::int AS met,
                                     (excused AND done < need)::int AS excused FROM come
                              UNION ALL
                              SELECT duty_id, period_to, due_on, known_on, -1, -met::int, -(excused AND NOT met)::int
                              FROM gone) AS each
                        GROUP BY duty_id, date_trunc('month', period_to), due_on, known_on
                        """).bind("opened", opened).bind("closed", closed).run();
    }
}

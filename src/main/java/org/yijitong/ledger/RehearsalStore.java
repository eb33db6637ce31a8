package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Counts staged duties over the facts of a unit. */
@Component
class RehearsalStore {
    private final Db db;

    RehearsalStore(Db db) {
        this.db = db;
    }

    /** A duty on the stage, with the one in force under the same name. */
    record Asked(UUID dutyId, @Nullable UUID beforeId) {}

    /**
     * A line of the answer.
     *
     * @param part {@code stand}: of an organization, how many owed, met, and how much is missing; {@code shared}: with a
     *     duty in force, how many records; {@code sample}: of how many; {@code change}: come, gone, lost, won
     */
    record Row(
            String part,
            UUID dutyId,
            @Nullable UUID otherId,
            int one,
            int two,
            int three,
            int four,
            BigDecimal missing) {}

    /** @param sample of how many records of a duty it is looked up what else they count for */
    List<Row> count(UnitId unit, List<Asked> asked, LocalDate first, LocalDate last, int sample) {
        return db.in(unit, """
                        WITH asked AS (
                            SELECT * FROM jsonb_to_recordset(:asked::jsonb) AS a(duty_id uuid, before_id uuid)
                        ), stage AS MATERIALIZED (
                            SELECT r.*, a.before_id
                            FROM ledger.rehearsed(:unit, :first, :last, ARRAY(SELECT duty_id FROM asked)) r
                            JOIN asked a ON a.duty_id = r.duty_id
                        ), counting AS MATERIALIZED (
                            -- By identifiers, whose order says nothing of what they are about.
                            SELECT duty_id, fact_id
                            FROM (SELECT duty_id, fact_id,
                                         row_number() OVER (PARTITION BY duty_id ORDER BY md5(fact_id::text)) AS place
                                  FROM (SELECT DISTINCT s.duty_id, f.fact_id
                                        FROM stage s CROSS JOIN LATERAL unnest(s.facts) AS f(fact_id)) AS each) AS placed
                            WHERE place <= :sample
                        ), before AS (
                            SELECT a.duty_id, b.organization_id, b.person_id, b.period_from, b.done >= b.need AS met
                            FROM asked a
                            JOIN ledger.v_standings b ON b.unit_id = :unit AND b.duty_id = a.before_id
                            WHERE b.period_from >= :first AND b.period_to <= :last
                        ), changes AS (
                            SELECT coalesce(s.duty_id, b.duty_id) AS duty_id, s.duty_id IS NULL AS gone,
                                   b.duty_id IS NULL AS come, s.done >= s.need AS met, b.met AS was
                            FROM (SELECT * FROM stage WHERE before_id IS NOT NULL) s
                            FULL JOIN before b ON (b.duty_id, b.organization_id, b.period_from)
                                = (s.duty_id, s.organization_id, s.period_from)
                                AND coalesce(b.person_id, :unit) = coalesce(s.person_id, :unit)
                        )
                        SELECT 'stand' AS part, duty_id, organization_id AS other_id, count(*)::int AS one,
                               (count(*) FILTER (WHERE done >= need))::int AS two, 0 AS three, 0 AS four,
                               sum(greatest(need - done, 0)) AS missing
                        FROM stage GROUP BY duty_id, organization_id
                        UNION ALL
                        SELECT 'shared', c.duty_id, o.duty_id, count(DISTINCT c.fact_id)::int, 0, 0, 0, 0
                        FROM counting c
                        JOIN ledger.contributions k ON k.unit_id = :unit AND k.fact_id = c.fact_id AND NOT k.taken_back
                        JOIN ledger.obligations o ON o.unit_id = :unit AND o.obligation_id = k.obligation_id
                            AND o.recorded_to = 'infinity'
                        WHERE NOT EXISTS (SELECT FROM ledger.contributions b
                            WHERE b.unit_id = :unit AND b.obligation_id = k.obligation_id AND b.fact_id = k.fact_id
                              AND b.duty_version_id = k.duty_version_id AND b.taken_back)
                        GROUP BY c.duty_id, o.duty_id
                        UNION ALL
                        SELECT 'sample', duty_id, NULL, count(*)::int, 0, 0, 0, 0 FROM counting GROUP BY duty_id
                        UNION ALL
                        SELECT 'change', duty_id, NULL, (count(*) FILTER (WHERE come))::int,
                               (count(*) FILTER (WHERE gone))::int, (count(*) FILTER (WHERE was AND NOT met))::int,
                               (count(*) FILTER (WHERE met AND NOT was))::int, 0
                        FROM changes GROUP BY duty_id
                        """)
                .rows("asked", asked)
                .bind("first", first)
                .bind("last", last)
                .bind("sample", sample)
                .list(Row.class);
    }
}

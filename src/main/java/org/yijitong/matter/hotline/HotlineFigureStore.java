package org.yijitong.matter.hotline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Db;
import org.yijitong.shared.UnitId;

/** Counts calls by what had happened to them until a month after their quarter. */
@Component
class HotlineFigureStore {
    private final Db db;

    HotlineFigureStore(Db db) {
        this.db = db;
    }

    /** Whether there is such a unit, and its name. */
    Optional<String> unit(UnitId unit) {
        return db.global("""
                        SELECT name FROM organization.v_unit_heads WHERE unit_id = :unit
                        """).bind("unit", unit).first(String.class);
    }

    /**
     * How many calls of a month are of one kind and ended one way.
     *
     * @param outcome the last verdict, or that it was not ours, or that neither was said yet
     * @param rule by which it was not ours
     */
    record Count(
            int month,
            @Nullable String kind,
            String outcome,
            @Nullable String rule,
            long calls,
            long timely,
            long reopened) {}

    List<Count> counts(UnitId unit, String flow, LocalDate from, LocalDate to) {
        return db.in(unit, """
                        SELECT c.month, c.kind, c.outcome, CASE WHEN c.outcome = 'outside' THEN c.rule END AS rule,
                               count(*) AS calls, count(*) FILTER (WHERE c.timely) AS timely,
                               count(*) FILTER (WHERE c.reopened) AS reopened
                        FROM (
                            SELECT extract(month FROM m.begun_on)::int AS month, h.kind, h.rule, h.reopened,
                                   coalesce(h.sent < coalesce(h.late, h.sent + 1), false) AS timely,
                                   CASE WHEN h.state = 'outside' THEN 'outside'
                                        WHEN h.verdict = 'reopen' THEN 'unsatisfied'
                                        ELSE coalesce(h.verdict, 'waiting') END AS outcome
                            FROM matter.matters m
                            CROSS JOIN LATERAL (
                                SELECT (array_agg(e.answers ->> 'kind' ORDER BY e.place DESC)
                                           FILTER (WHERE e.answers ->> 'kind' IS NOT NULL))[1] AS kind,
                                       (array_agg(e.answers ->> 'rule' ORDER BY e.place DESC)
                                           FILTER (WHERE e.step = 'outside'))[1] AS rule,
                                       (array_agg(e.step ORDER BY e.place DESC) FILTER (WHERE e.step IN
                                           ('satisfied', 'unsatisfied', 'unreached', 'reopen')))[1] AS verdict,
                                       (array_agg(e.state ORDER BY e.place DESC))[1] AS state,
                                       min(e.place) FILTER (WHERE e.step = 'send') AS sent,
                                       min(e.place) FILTER (WHERE e.late) AS late,
                                       coalesce(bool_or(e.state = 'reopened'), false) AS reopened
                                FROM matter.events e
                                WHERE e.unit_id = :unit AND e.matter_id = m.matter_id
                                  AND e.recorded_at < (date_trunc('quarter', m.begun_on::timestamp) + interval '4 months')
                                      AT TIME ZONE 'Asia/Shanghai'
                            ) h
                            WHERE m.unit_id = :unit AND m.flow = :flow AND m.begun_on BETWEEN :from AND :to
                        ) c
                        GROUP BY c.month, c.kind, c.outcome, CASE WHEN c.outcome = 'outside' THEN c.rule END
                        LIMIT 5000
                        """)
                .bind("flow", flow)
                .bind("from", from)
                .bind("to", to)
                .list(Count.class);
    }
}

-- What is kept along, compared with what follows from facts, trees and documents: empty when all is as it should be.

-- The one definition of matching also says whose facts and until when an obligation was held.
CREATE OR REPLACE VIEW ledger.v_matches WITH (security_invoker = true) AS
WITH duty AS MATERIALIZED (
    SELECT * FROM mechanism.v_duties
), judged AS NOT MATERIALIZED (
    SELECT f.unit_id, f.fact_id, f.organization_id, f.happened_on, d.duty_id, d.duty_version_id,
           CASE WHEN d.sum_field IS NULL THEN 1 ELSE greatest((f.fields ->> d.sum_field)::numeric, 0) END AS amount,
           greatest(f.recorded_at, d.published_at) AS recorded_at, d.owed_by
    FROM ledger.facts f
    CROSS JOIN LATERAL unnest(f.hooks) AS h(hook)
    JOIN duty d ON d.hook = h.hook AND d.fact_kind = f.kind AND f.happened_on BETWEEN d.since AND d.until
        AND f.fields @> d.required AND (d.conditions = '[]' OR mechanism.meets(f.fields, d.conditions))
        AND (d.sum_field IS NULL OR f.fields ? d.sum_field)
)
SELECT j.unit_id, o.obligation_id, j.fact_id, j.duty_version_id, j.amount,
       greatest(j.recorded_at, o.recorded_from) AS recorded_at, j.organization_id, o.recorded_to AS held_to
FROM judged j
JOIN ledger.obligations o ON o.unit_id = j.unit_id AND o.organization_id = j.organization_id AND o.duty_id = j.duty_id
    AND o.person_id IS NULL AND j.happened_on BETWEEN o.period_from AND o.period_to
WHERE j.owed_by = 'organization'
UNION ALL
SELECT j.unit_id, o.obligation_id, j.fact_id, j.duty_version_id, j.amount,
       greatest(j.recorded_at, o.recorded_from) AS recorded_at, j.organization_id, o.recorded_to AS held_to
FROM judged j
JOIN ledger.fact_people p ON p.unit_id = j.unit_id AND p.fact_id = j.fact_id
JOIN ledger.obligations o ON o.unit_id = p.unit_id AND o.person_id = p.person_id AND o.duty_id = j.duty_id
    AND j.happened_on BETWEEN o.period_from AND o.period_to
WHERE j.owed_by = 'person';

-- Obligations that are owed and not open (without an id), or open and not owed.
CREATE FUNCTION ledger.off_obligations(unit uuid, opened_to date) RETURNS TABLE (
    obligation_id uuid, organization_id uuid, duty_id uuid, period_from date)
LANGUAGE sql STABLE SET enable_nestloop = off AS $$
    WITH due AS (
        SELECT w.duty_id, w.duty_version_id, w.organization_id, w.person_id, NULL::uuid AS fact_id, w.period_from,
               w.period_to, w.due_on, w.need
        FROM ledger.owed(unit, '1900-01-01', opened_to) w
        UNION ALL
        SELECT t.duty_id, t.duty_version_id, t.organization_id, NULL, t.fact_id, t.period_from, t.period_to,
               t.period_to, t.need
        FROM ledger.v_triggered t WHERE t.unit_id = unit
    ), open AS (
        SELECT * FROM ledger.obligations WHERE unit_id = unit AND recorded_to = 'infinity'
    )
    SELECT o.obligation_id, coalesce(o.organization_id, d.organization_id), coalesce(o.duty_id, d.duty_id),
           coalesce(o.period_from, d.period_from)
    FROM due d
    FULL JOIN open o ON o.duty_id = d.duty_id AND o.organization_id = d.organization_id
        AND o.period_from = d.period_from AND coalesce(o.person_id, unit) = coalesce(d.person_id, unit)
        AND coalesce(o.trigger_fact_id, unit) = coalesce(d.fact_id, unit)
        AND o.duty_version_id = d.duty_version_id AND o.period_to = d.period_to AND o.due_on = d.due_on
        AND o.need = d.need
    WHERE o.obligation_id IS NULL OR d.duty_id IS NULL
$$;

-- What should count for open obligations, and what is kept as counting, of the facts of some organizations.
CREATE FUNCTION ledger.off_contributions(unit uuid, organizations uuid[]) RETURNS TABLE (
    obligation_id uuid, fact_id uuid, duty_version_id uuid, expected numeric, kept numeric, recorded_at timestamptz)
LANGUAGE sql STABLE SET enable_nestloop = off AS $$
    WITH expected AS (
        SELECT m.obligation_id, m.fact_id, m.duty_version_id, m.amount, m.recorded_at
        FROM ledger.v_matches m
        WHERE m.unit_id = unit AND m.organization_id = ANY(organizations) AND m.held_to = 'infinity'
          AND NOT EXISTS (SELECT FROM ledger.retractions r WHERE r.unit_id = unit AND r.fact_id = m.fact_id)
    ), kept AS (
        SELECT c.obligation_id, c.fact_id, c.duty_version_id, sum(c.amount) AS amount
        FROM ledger.contributions c
        JOIN ledger.facts f ON f.unit_id = unit AND f.fact_id = c.fact_id AND f.organization_id = ANY(organizations)
        WHERE c.unit_id = unit
        GROUP BY c.obligation_id, c.fact_id, c.duty_version_id
        HAVING NOT bool_or(c.taken_back)
    )
    SELECT coalesce(e.obligation_id, k.obligation_id), coalesce(e.fact_id, k.fact_id),
           coalesce(e.duty_version_id, k.duty_version_id), e.amount, k.amount, e.recorded_at
    FROM expected e
    FULL JOIN kept k ON k.obligation_id = e.obligation_id AND k.fact_id = e.fact_id
        AND k.duty_version_id = e.duty_version_id
    WHERE e.amount IS DISTINCT FROM k.amount
$$;

-- Standings that are not the sum of what is kept as counting, or not excused as they should be; null for none.
CREATE FUNCTION ledger.off_standings(unit uuid) RETURNS TABLE (
    obligation_id uuid, expected numeric, kept numeric, excused boolean)
LANGUAGE sql STABLE SET enable_nestloop = off AS $$
    WITH counted AS (
        SELECT obligation_id, sum(amount) AS done
        FROM ledger.contributions WHERE unit_id = unit GROUP BY obligation_id
    ), expected AS (
        SELECT o.obligation_id, coalesce(c.done, 0) AS done, e.excuse_id IS NOT NULL AS excused
        FROM ledger.obligations o
        LEFT JOIN counted c ON c.obligation_id = o.obligation_id
        LEFT JOIN ledger.excuses e ON e.unit_id = unit AND e.organization_id = o.organization_id
            AND e.duty_id = o.duty_id AND e.period_from = o.period_from AND o.person_id IS NULL
            AND e.recorded_to = 'infinity'
        WHERE o.unit_id = unit AND o.recorded_to = 'infinity'
    ), kept AS (
        SELECT obligation_id, done, excused FROM ledger.standings WHERE unit_id = unit
    )
    SELECT coalesce(e.obligation_id, k.obligation_id), e.done, k.done, e.excused
    FROM expected e
    FULL JOIN kept k ON k.obligation_id = e.obligation_id
    WHERE (e.done, e.excused) IS DISTINCT FROM (k.done, k.excused)
$$;

-- Tallies that are not the count of the standings, with what they lack.
CREATE FUNCTION ledger.off_tallies(unit uuid) RETURNS TABLE (
    duty_id uuid, month date, due_on date, known_on date, owed int, met int, excused int)
LANGUAGE sql STABLE SET enable_nestloop = off AS $$
    SELECT duty_id, month, due_on, known_on, sum(owed)::int, sum(met)::int, sum(excused)::int
    FROM (SELECT duty_id, date_trunc('month', period_to)::date AS month, due_on, known_on, 1 AS owed,
                 (done >= need)::int AS met, (excused AND done < need)::int AS excused
          FROM ledger.v_standings WHERE unit_id = unit
          UNION ALL
          SELECT duty_id, month, due_on, known_on, -owed, -met, -excused FROM ledger.v_tallies WHERE unit_id = unit) t
    GROUP BY duty_id, month, due_on, known_on
    HAVING (sum(owed), sum(met), sum(excused)) <> (0, 0, 0)
$$;

-- How the author of a document calls a duty.
CREATE VIEW mechanism.v_duty_names AS
SELECT duty_id, mechanism || '/' || name AS mechanism FROM mechanism.duties;
GRANT SELECT ON mechanism.v_duty_names TO yijitong_app, yijitong_rollup;

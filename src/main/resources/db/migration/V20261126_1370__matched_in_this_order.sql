-- The planner takes what many facts meet for one row, and may pair obligations of persons with facts before it asks who
-- was there: forty million pairs of a hundred thousand facts. Who was there is now found first.
CREATE OR REPLACE FUNCTION ledger.matched(unit uuid, organizations uuid[]) RETURNS TABLE (
    obligation_id uuid, fact_id uuid, duty_version_id uuid, amount numeric, recorded_at timestamptz)
LANGUAGE sql STABLE ROWS 100000 SET enable_nestloop = off SET enable_mergejoin = off AS $$
    WITH judged AS MATERIALIZED (
        SELECT j.fact_id, j.organization_id, j.happened_on, ledger.month(j.happened_on) AS month, j.duty_id,
               j.duty_version_id, j.amount, j.recorded_at, j.owed_by
        FROM ledger.v_judged j
        WHERE j.unit_id = unit AND j.organization_id = ANY(organizations)
          AND NOT EXISTS (SELECT FROM ledger.retractions r WHERE r.unit_id = unit AND r.fact_id = j.fact_id)
    ), attended AS MATERIALIZED (
        SELECT j.fact_id, p.person_id, j.happened_on, j.month, j.duty_id, j.duty_version_id, j.amount, j.recorded_at
        FROM judged j
        JOIN ledger.fact_people p ON p.unit_id = unit AND p.fact_id = j.fact_id
        WHERE j.owed_by = 'person'
    ), open AS MATERIALIZED (
        SELECT o.obligation_id, o.organization_id, o.person_id, o.duty_id, o.period_from, o.period_to, o.recorded_from,
               generate_series(ledger.month(o.period_from), ledger.month(o.period_to)) AS month
        FROM ledger.obligations o
        WHERE o.unit_id = unit AND o.recorded_to = 'infinity'
    )
    SELECT o.obligation_id, j.fact_id, j.duty_version_id, j.amount, greatest(j.recorded_at, o.recorded_from)
    FROM judged j
    JOIN open o ON o.organization_id = j.organization_id AND o.duty_id = j.duty_id AND o.month = j.month
        AND o.person_id IS NULL AND j.happened_on BETWEEN o.period_from AND o.period_to
    WHERE j.owed_by = 'organization'
    UNION ALL
    SELECT o.obligation_id, j.fact_id, j.duty_version_id, j.amount, greatest(j.recorded_at, o.recorded_from)
    FROM attended j
    JOIN open o ON o.person_id = j.person_id AND o.duty_id = j.duty_id AND o.month = j.month
        AND j.happened_on BETWEEN o.period_from AND o.period_to
$$;

-- What very many new facts of a unit count for. The planner cannot know how many rows were written in this same
-- transaction and takes them for few; here whatever is many is joined by hashes, and only what these facts name is read.
CREATE FUNCTION ledger.met_by(unit uuid, facts uuid[]) RETURNS TABLE (
    obligation_id uuid, fact_id uuid, duty_version_id uuid, amount numeric, recorded_at timestamptz)
LANGUAGE sql STABLE ROWS 100000 SET enable_nestloop = off SET enable_mergejoin = off AS $$
    WITH judged AS MATERIALIZED (
        SELECT j.fact_id, j.organization_id, j.happened_on, ledger.month(j.happened_on) AS month, j.duty_id,
               j.duty_version_id, j.amount, j.recorded_at, j.owed_by
        FROM ledger.v_judged j
        WHERE j.unit_id = unit AND j.fact_id = ANY(facts)
    ), attended AS MATERIALIZED (
        SELECT j.fact_id, p.person_id, j.happened_on, j.month, j.duty_id, j.duty_version_id, j.amount, j.recorded_at
        FROM judged j
        JOIN ledger.fact_people p ON p.unit_id = unit AND p.fact_id = ANY(facts) AND p.fact_id = j.fact_id
        WHERE j.owed_by = 'person'
    ), open AS MATERIALIZED (
        SELECT o.obligation_id, o.organization_id, o.person_id, o.duty_id, o.period_from, o.period_to, o.recorded_from,
               generate_series(ledger.month(o.period_from), ledger.month(o.period_to)) AS month
        FROM ledger.obligations o
        WHERE o.unit_id = unit AND o.recorded_to = 'infinity'
          AND o.period_from <= (SELECT max(happened_on) FROM judged)
          AND o.period_to >= (SELECT min(happened_on) FROM judged)
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

-- Comparing a million facts: which duties a fact meets is said once (v_judged); whose obligation it counts for is looked
-- up by range for one fact, and by month for all facts of a unit, where the range alone pairs a fact with every period.
CREATE VIEW ledger.v_judged WITH (security_invoker = true) AS
WITH duty AS MATERIALIZED (
    SELECT * FROM mechanism.v_duties
)
SELECT f.unit_id, f.fact_id, f.organization_id, f.happened_on, d.duty_id, d.duty_version_id,
       CASE WHEN d.sum_field IS NULL THEN 1 ELSE greatest((f.fields ->> d.sum_field)::numeric, 0) END AS amount,
       greatest(f.recorded_at, d.published_at) AS recorded_at, d.owed_by
FROM ledger.facts f
JOIN duty d ON d.fact_kind = f.kind AND d.hook = ANY(f.hooks) AND f.happened_on BETWEEN d.since AND d.until
    AND f.fields @> d.required AND f.fields @@ d.path
    AND (d.sum_field IS NULL OR f.fields ? d.sum_field);
GRANT SELECT ON ledger.v_judged TO yijitong_app, yijitong_rollup;

CREATE OR REPLACE VIEW ledger.v_matches WITH (security_invoker = true) AS
SELECT j.unit_id, o.obligation_id, j.fact_id, j.duty_version_id, j.amount,
       greatest(j.recorded_at, o.recorded_from) AS recorded_at, j.organization_id, o.recorded_to AS held_to
FROM ledger.v_judged j
JOIN ledger.obligations o ON o.unit_id = j.unit_id AND o.organization_id = j.organization_id AND o.duty_id = j.duty_id
    AND o.person_id IS NULL AND j.happened_on BETWEEN o.period_from AND o.period_to
WHERE j.owed_by = 'organization'
UNION ALL
SELECT j.unit_id, o.obligation_id, j.fact_id, j.duty_version_id, j.amount,
       greatest(j.recorded_at, o.recorded_from) AS recorded_at, j.organization_id, o.recorded_to AS held_to
FROM ledger.v_judged j
JOIN ledger.fact_people p ON p.unit_id = j.unit_id AND p.fact_id = j.fact_id
JOIN ledger.obligations o ON o.unit_id = p.unit_id AND o.person_id = p.person_id AND o.duty_id = j.duty_id
    AND j.happened_on BETWEEN o.period_from AND o.period_to
WHERE j.owed_by = 'person';

-- Months as numbers that follow each other.
CREATE FUNCTION ledger.month(day date) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (extract(year FROM day) * 12 + extract(month FROM day))::int;

-- What counts for open obligations, of the facts of some organizations. The planner knows no units of the ledger and
-- takes all for few; here whatever is many is joined by hashes.
CREATE FUNCTION ledger.matched(unit uuid, organizations uuid[]) RETURNS TABLE (
    obligation_id uuid, fact_id uuid, duty_version_id uuid, amount numeric, recorded_at timestamptz)
LANGUAGE sql STABLE ROWS 100000 SET enable_nestloop = off SET enable_mergejoin = off AS $$
    WITH judged AS MATERIALIZED (
        SELECT j.fact_id, j.organization_id, j.happened_on, ledger.month(j.happened_on) AS month, j.duty_id,
               j.duty_version_id, j.amount, j.recorded_at, j.owed_by
        FROM ledger.v_judged j
        WHERE j.unit_id = unit AND j.organization_id = ANY(organizations)
          AND NOT EXISTS (SELECT FROM ledger.retractions r WHERE r.unit_id = unit AND r.fact_id = j.fact_id)
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
    FROM judged j
    JOIN ledger.fact_people p ON p.unit_id = unit AND p.fact_id = j.fact_id
    JOIN open o ON o.person_id = p.person_id AND o.duty_id = j.duty_id AND o.month = j.month
        AND j.happened_on BETWEEN o.period_from AND o.period_to
    WHERE j.owed_by = 'person'
$$;

-- What should count for open obligations, and what is kept as counting, of the facts of some organizations.
CREATE OR REPLACE FUNCTION ledger.off_contributions(unit uuid, organizations uuid[]) RETURNS TABLE (
    obligation_id uuid, fact_id uuid, duty_version_id uuid, expected numeric, kept numeric, recorded_at timestamptz)
LANGUAGE sql STABLE SET enable_nestloop = off SET enable_mergejoin = off AS $$
    WITH kept AS (
        SELECT c.obligation_id, c.fact_id, c.duty_version_id, sum(c.amount) AS amount
        FROM ledger.contributions c
        JOIN ledger.facts f ON f.unit_id = unit AND f.fact_id = c.fact_id AND f.organization_id = ANY(organizations)
        WHERE c.unit_id = unit
        GROUP BY c.obligation_id, c.fact_id, c.duty_version_id
        HAVING NOT bool_or(c.taken_back)
    )
    SELECT coalesce(e.obligation_id, k.obligation_id), coalesce(e.fact_id, k.fact_id),
           coalesce(e.duty_version_id, k.duty_version_id), e.amount, k.amount, e.recorded_at
    FROM ledger.matched(unit, organizations) e
    FULL JOIN kept k ON k.obligation_id = e.obligation_id AND k.fact_id = e.fact_id
        AND k.duty_version_id = e.duty_version_id
    WHERE e.amount IS DISTINCT FROM k.amount
$$;

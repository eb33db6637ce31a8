-- A rehearsal counts a document that is not in force over a past year. Its duties stand in mechanism.* only until the
-- transaction is rolled back, so what is owed and what counts is read by the definitions that judge in earnest; what is
-- new is only that a few duties are asked for instead of all, since the others have nothing to do with it.
CREATE FUNCTION ledger.owed(unit uuid, first date, last date, duties uuid[]) RETURNS TABLE (
    duty_id uuid, duty_version_id uuid, organization_id uuid, person_id uuid, period_from date, period_to date,
    due_on date, need numeric, known_on date)
-- The planner cannot know how many rows the parts below give, and loops over them are a thousand times slower.
LANGUAGE sql STABLE SET enable_nestloop = off AS $$
    WITH periods AS MATERIALIZED (
        SELECT p.duty_id, p.duty_version_id, p.period_from, p.period_to, p.due_on, d.owed_by, d.kinds, d.posts,
               d.members_least, d.members_most, d.need, d.need_per, d.published_on
        FROM mechanism.v_duty_periods p
        JOIN mechanism.v_duties d ON d.duty_version_id = p.duty_version_id
        WHERE p.period_from BETWEEN first AND last AND (duties IS NULL OR p.duty_id = ANY(duties))
    ), places AS MATERIALIZED (
        SELECT o.organization_id, o.kind, o.superior_id, o.valid_from, o.valid_to,
               (s.recorded_from AT TIME ZONE 'Asia/Shanghai')::date AS known_on
        FROM organization.v_organizations o
        JOIN organization.v_organization_starts s ON s.unit_id = unit AND s.organization_id = o.organization_id
        WHERE o.unit_id = unit
    ), belonging AS MATERIALIZED (
        SELECT m.person_id, m.organization_id, m.organization_id AS branch_id, m.kind, m.valid_from, m.valid_to,
               true AS direct
        FROM organization.v_memberships m
        WHERE m.unit_id = unit AND m.sphere IN ('party', 'youth')
        UNION ALL
        SELECT m.person_id, m.group_id, m.organization_id, m.kind, m.valid_from, m.valid_to, false
        FROM organization.v_memberships m
        WHERE m.unit_id = unit AND m.sphere = 'party' AND m.group_id IS NOT NULL
    ), days AS MATERIALIZED (
        SELECT DISTINCT period_from AS day FROM periods
    ), census AS MATERIALIZED (
        SELECT d.day, b.organization_id, count(*)::int AS members
        FROM days d
        JOIN belonging b ON d.day >= b.valid_from AND d.day < b.valid_to AND b.kind IN ('full', 'probationary')
        GROUP BY d.day, b.organization_id
    ), groups AS MATERIALIZED (
        SELECT d.day, p.superior_id AS organization_id, count(*)::int AS groups
        FROM days d
        JOIN places p ON p.kind = 'group' AND d.day >= p.valid_from AND d.day < p.valid_to
        GROUP BY d.day, p.superior_id
    )
    SELECT p.duty_id, p.duty_version_id, o.organization_id, NULL::uuid, p.period_from, p.period_to, p.due_on,
           p.need * CASE p.need_per WHEN 'member' THEN c.members WHEN 'group' THEN g.groups ELSE 1 END,
           greatest(p.published_on, o.known_on)
    FROM periods p
    JOIN places o ON o.kind = ANY(p.kinds) AND p.period_from >= o.valid_from AND p.period_from < o.valid_to
    LEFT JOIN census c ON c.day = p.period_from AND c.organization_id = o.organization_id
    LEFT JOIN groups g ON g.day = p.period_from AND g.organization_id = o.organization_id
    WHERE p.owed_by = 'organization'
      AND coalesce(c.members, 0) BETWEEN p.members_least AND p.members_most
      AND CASE p.need_per WHEN 'member' THEN c.members > 0 WHEN 'group' THEN g.groups > 0 ELSE true END
    UNION ALL
    SELECT p.duty_id, p.duty_version_id, b.branch_id, b.person_id, p.period_from, p.period_to, p.due_on, p.need,
           greatest(p.published_on, o.known_on)
    FROM periods p
    JOIN belonging b ON b.direct AND b.kind = ANY(p.kinds) AND p.period_from >= b.valid_from
        AND p.period_from < b.valid_to
    JOIN places o ON o.organization_id = b.branch_id AND p.period_from >= o.valid_from AND p.period_from < o.valid_to
    WHERE p.owed_by = 'person' AND o.kind <> 'youth_group'
      AND (p.posts = '{}' OR EXISTS (
          SELECT FROM organization.v_appointments a
          WHERE a.unit_id = unit AND a.person_id = b.person_id AND a.post = ANY(p.posts) AND NOT a.deputy
            AND p.period_from >= a.valid_from AND p.period_from < a.valid_to))
$$;

CREATE OR REPLACE FUNCTION ledger.owed(unit uuid, first date, last date) RETURNS TABLE (
    duty_id uuid, duty_version_id uuid, organization_id uuid, person_id uuid, period_from date, period_to date,
    due_on date, need numeric, known_on date)
LANGUAGE sql STABLE SET enable_nestloop = off AS $$
    SELECT * FROM ledger.owed(unit, first, last, NULL)
$$;

-- What a unit would have owed under some duties in periods that lie between two days, and what would have counted for it.
CREATE FUNCTION ledger.rehearsed(unit uuid, first date, last date, duties uuid[]) RETURNS TABLE (
    duty_id uuid, organization_id uuid, person_id uuid, period_from date, need numeric, done numeric, facts uuid[])
LANGUAGE sql STABLE ROWS 10000 SET enable_nestloop = off SET enable_mergejoin = off AS $$
    WITH owed AS MATERIALIZED (
        SELECT row_number() OVER () AS place, w.*
        FROM (SELECT o.duty_id, o.organization_id, o.person_id, o.period_from, o.period_to, o.need
              FROM ledger.owed(unit, first, last, duties) o
              UNION ALL
              SELECT t.duty_id, t.organization_id, NULL, t.period_from, t.period_to, t.need
              FROM ledger.v_triggered t
              WHERE t.unit_id = unit AND t.duty_id = ANY(duties) AND t.period_from BETWEEN first AND last) w
        WHERE w.period_to <= last
    ), open AS MATERIALIZED (
        SELECT o.*, generate_series(ledger.month(o.period_from), ledger.month(o.period_to)) AS month FROM owed o
    ), duty AS MATERIALIZED (
        SELECT * FROM mechanism.v_duties d WHERE d.duty_id = ANY(duties)
    ), judged AS MATERIALIZED (
        -- As v_judged, which asks all duties there are.
        SELECT f.fact_id, f.organization_id, f.happened_on, ledger.month(f.happened_on) AS month, d.duty_id, d.owed_by,
               CASE WHEN d.sum_field IS NULL THEN 1 ELSE greatest((f.fields ->> d.sum_field)::numeric, 0) END AS amount
        FROM ledger.facts f
        JOIN duty d ON d.fact_kind = f.kind AND d.hook = ANY(f.hooks) AND f.happened_on BETWEEN d.since AND d.until
            AND f.fields @> d.required AND f.fields @@ d.path
            AND (d.sum_field IS NULL OR f.fields ? d.sum_field)
        WHERE f.unit_id = unit AND f.happened_on BETWEEN first AND last
          AND NOT EXISTS (SELECT FROM ledger.retractions r WHERE r.unit_id = unit AND r.fact_id = f.fact_id)
    ), counted AS MATERIALIZED (
        SELECT o.place, j.fact_id, j.amount
        FROM judged j
        JOIN open o ON o.organization_id = j.organization_id AND o.duty_id = j.duty_id AND o.month = j.month
            AND o.person_id IS NULL AND j.happened_on BETWEEN o.period_from AND o.period_to
        WHERE j.owed_by = 'organization'
        UNION ALL
        SELECT o.place, j.fact_id, j.amount
        FROM judged j
        JOIN ledger.fact_people p ON p.unit_id = unit AND p.fact_id = j.fact_id
        JOIN open o ON o.person_id = p.person_id AND o.duty_id = j.duty_id AND o.month = j.month
            AND j.happened_on BETWEEN o.period_from AND o.period_to
        WHERE j.owed_by = 'person'
    ), sums AS MATERIALIZED (
        SELECT place, sum(amount) AS done, array_agg(fact_id) AS facts FROM counted GROUP BY place
    )
    SELECT o.duty_id, o.organization_id, o.person_id, o.period_from, o.need, coalesce(s.done, 0), coalesce(s.facts, '{}')
    FROM owed o LEFT JOIN sums s ON s.place = o.place
$$;

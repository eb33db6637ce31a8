-- A document may bind some units only, each with all below it; by their codes, since definitions never point at unit
-- data and a document names a unit before and after it is founded.
ALTER TABLE mechanism.duty_versions ADD COLUMN units text[] NOT NULL DEFAULT '{}';

CREATE OR REPLACE VIEW mechanism.v_duties AS
SELECT d.duty_version_id, d.duty_id, v.mechanism, v.number, v.since, v.until,
       v.published_on, v.published_at, d.position, d.fact_kind, d.required, d.hook, d.conditions, d.owed_by, d.kinds, d.posts,
       d.members_least, d.members_most, d.period, d.need, d.need_per, d.sum_field, d.trigger_kind, d.trigger_required,
       d.trigger_conditions, d.within, d.within_unit, d.excuses, d.visibility, d.path, d.trigger_path, d.units
FROM mechanism.duty_versions d
JOIN (SELECT version_id, mechanism, number, since, published_on, published_at,
             least(until, min(since) OVER (PARTITION BY mechanism ORDER BY number
                 ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) - 1) AS until
      FROM mechanism.versions) v ON v.version_id = d.version_id;

-- Whether a document that names these units binds a unit; one that names none binds all.
CREATE FUNCTION organization.bound(unit uuid, codes text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT codes = '{}' OR EXISTS (
        SELECT FROM organization.v_unit_paths p
        JOIN organization.v_unit_heads h ON h.unit_id = p.ancestor_id
        WHERE p.unit_id = unit AND h.code = ANY(codes))
$$;

CREATE OR REPLACE VIEW ledger.v_triggered WITH (security_invoker = true) AS
SELECT f.unit_id, f.fact_id, d.duty_id, d.duty_version_id, f.organization_id, f.happened_on AS period_from,
       CASE d.within_unit
           WHEN 'days' THEN f.happened_on + d.within
           WHEN 'months' THEN (f.happened_on + make_interval(months => d.within))::date
           -- Where no calendar is loaded, two days for each.
           ELSE coalesce((SELECT min(w.day) FROM mechanism.v_working_days w
                          WHERE w.number = d.within + (SELECT b.number FROM mechanism.v_working_days b
                                                       WHERE b.day = f.happened_on)), f.happened_on + 2 * d.within)
       END AS period_to,
       d.need, d.published_on AS known_on
FROM ledger.facts f
JOIN mechanism.v_duties d ON d.period = 'after' AND d.trigger_kind = f.kind AND f.fields @> d.trigger_required
    AND f.fields @@ d.trigger_path
    AND f.happened_on BETWEEN d.since AND d.until AND organization.bound(f.unit_id, d.units)
JOIN organization.v_organizations o ON o.unit_id = f.unit_id AND o.organization_id = f.organization_id
    AND f.happened_on >= o.valid_from AND f.happened_on < o.valid_to AND o.kind = ANY(d.kinds)
WHERE NOT EXISTS (SELECT FROM ledger.retractions r WHERE r.unit_id = f.unit_id AND r.fact_id = f.fact_id);

CREATE OR REPLACE FUNCTION ledger.owed(unit uuid, first date, last date, duties uuid[]) RETURNS TABLE (
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
          AND organization.bound(unit, d.units)
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

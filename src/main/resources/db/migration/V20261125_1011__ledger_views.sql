-- What counts for what, what is set off, and what is owed: one definition each, read by writers and by the rebuild.
-- Which facts count for which obligations, ever: the one definition, for the record just made and for the rebuild.
-- Whether a fact was retracted or an obligation closed since, its reader asks.
CREATE VIEW ledger.v_matches WITH (security_invoker = true) AS
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
       greatest(j.recorded_at, o.recorded_from) AS recorded_at
FROM judged j
JOIN ledger.obligations o ON o.unit_id = j.unit_id AND o.organization_id = j.organization_id AND o.duty_id = j.duty_id
    AND o.person_id IS NULL AND j.happened_on BETWEEN o.period_from AND o.period_to
WHERE j.owed_by = 'organization'
UNION ALL
SELECT j.unit_id, o.obligation_id, j.fact_id, j.duty_version_id, j.amount,
       greatest(j.recorded_at, o.recorded_from) AS recorded_at
FROM judged j
JOIN ledger.fact_people p ON p.unit_id = j.unit_id AND p.fact_id = j.fact_id
JOIN ledger.obligations o ON o.unit_id = p.unit_id AND o.person_id = p.person_id AND o.duty_id = j.duty_id
    AND j.happened_on BETWEEN o.period_from AND o.period_to
WHERE j.owed_by = 'person';

-- The sums with what is not folded yet.
CREATE VIEW ledger.v_tallies WITH (security_invoker = true) AS
SELECT unit_id, duty_id, month, due_on, known_on, owed, met, excused FROM ledger.tallies
UNION ALL
SELECT unit_id, duty_id, month, due_on, known_on, owed, met, excused FROM ledger.tally_changes;
CREATE VIEW ledger.v_standings WITH (security_invoker = true) AS
SELECT o.unit_id, o.obligation_id, o.duty_id, o.duty_version_id, o.organization_id, o.person_id, o.period_from,
       o.period_to, o.due_on, o.known_on, o.need, s.done, s.excused
FROM ledger.obligations o
JOIN ledger.standings s ON s.unit_id = o.unit_id AND s.obligation_id = o.obligation_id
WHERE o.recorded_to = 'infinity';
GRANT SELECT ON ledger.v_tallies, ledger.v_standings TO yijitong_app, yijitong_rollup;
GRANT SELECT ON ledger.v_matches TO yijitong_app;

-- What facts set off: to be met within some time of their day.
CREATE VIEW ledger.v_triggered WITH (security_invoker = true) AS
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
    AND (d.trigger_conditions = '[]' OR mechanism.meets(f.fields, d.trigger_conditions))
    AND f.happened_on BETWEEN d.since AND d.until
JOIN organization.v_organizations o ON o.unit_id = f.unit_id AND o.organization_id = f.organization_id
    AND f.happened_on >= o.valid_from AND f.happened_on < o.valid_to AND o.kind = ANY(d.kinds)
WHERE NOT EXISTS (SELECT FROM ledger.retractions r WHERE r.unit_id = f.unit_id AND r.fact_id = f.fact_id);

GRANT SELECT ON ledger.v_triggered TO yijitong_app;

-- What a unit owes by the calendar, as we hold its trees and people to be now, for periods that begin on the given days.
-- Members are those of the branch itself, of the group, or of the youth group.
CREATE FUNCTION ledger.owed(unit uuid, first date, last date) RETURNS TABLE (
    duty_id uuid, duty_version_id uuid, organization_id uuid, person_id uuid, period_from date, period_to date,
    due_on date, need numeric, known_on date)
-- The planner cannot know how many rows the parts below give, and loops over them are a thousand times slower.
LANGUAGE sql STABLE SET enable_nestloop = off AS $$
    WITH periods AS MATERIALIZED (
        SELECT p.duty_id, p.duty_version_id, p.period_from, p.period_to, p.due_on, d.owed_by, d.kinds, d.posts,
               d.members_least, d.members_most, d.need, d.need_per, d.published_on
        FROM mechanism.v_duty_periods p
        JOIN mechanism.v_duties d ON d.duty_version_id = p.duty_version_id
        WHERE p.period_from BETWEEN first AND last
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

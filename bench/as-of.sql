-- The tree of a unit of 10,000 organizations with ten years of yearly changes, as of a day and as known at a moment.
-- Run as an administrator of the database (row-level security does not hold him); everything is rolled back:
--   psql ... -f bench/as-of.sql
\set QUIET on
BEGIN;
INSERT INTO organization.units (unit_id, code, root_id, last_recorded)
VALUES ('00000000-0000-7000-8000-000000000001', 'BENCH-ASOF', '00000000-0000-7000-8000-000000000000', now());
-- Organization 0 is the top; 1 to 100 stand under it; all others under those.
CREATE TEMP TABLE o ON COMMIT DROP AS
SELECT i, ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid AS id,
       CASE WHEN i = 0 THEN NULL WHEN i <= 100 THEN 0 ELSE 1 + i % 100 END AS above
FROM generate_series(0, 9999) i;
INSERT INTO organization.organizations (unit_id, organization_id, tree)
SELECT '00000000-0000-7000-8000-000000000001', id, 'party' FROM o;
-- Each was renamed every year, recorded that year, so every version but the last was closed and written again shorter.
INSERT INTO organization.organization_versions (unit_id, version_id, organization_id, name, kind, superior_id, valid_from,
    valid_to, recorded_from, recorded_to)
SELECT '00000000-0000-7000-8000-000000000001', gen_random_uuid(), o.id, 'n' || o.i || '-' || y, 'branch', a.id,
       make_date(2016 + y, 1, 1), CASE v WHEN 0 THEN 'infinity' ELSE make_date(2017 + y, 1, 1) END,
       make_timestamptz(2016 + y + v, 1, 2, 0, 0, 0),
       CASE WHEN v = 0 AND y < 9 THEN make_timestamptz(2017 + y, 1, 2, 0, 0, 0) ELSE 'infinity' END
FROM o LEFT JOIN o a ON a.i = o.above, generate_series(0, 9) y, generate_series(0, 1) v
WHERE NOT (v = 1 AND y = 9);
INSERT INTO organization.organization_paths (unit_id, descendant_id, ancestor_id, depth, valid_from, valid_to,
    recorded_from, recorded_to)
SELECT '00000000-0000-7000-8000-000000000001', d.id, t.id, t.depth, '2016-01-01', 'infinity', '2016-01-02', 'infinity'
FROM o d
LEFT JOIN o a ON a.i = d.above LEFT JOIN o b ON b.i = a.above
CROSS JOIN LATERAL (VALUES (d.id, 0), (a.id, 1), (b.id, 2)) t(id, depth)
WHERE t.id IS NOT NULL;
ANALYZE organization.organization_versions, organization.organization_paths, organization.organizations;
PREPARE tree(date, timestamptz) AS
WITH shown AS MATERIALIZED (
    SELECT p.descendant_id, max(p.depth) AS depth
    FROM organization.organization_paths p
    WHERE p.unit_id = '00000000-0000-7000-8000-000000000001' AND p.valid_from <= $1 AND p.valid_to > $1
      AND p.recorded_from < $2 AND p.recorded_to >= $2
    GROUP BY p.descendant_id
)
SELECT v.organization_id, v.name, v.short_name, v.kind, v.superior_id, s.depth, v.position, v.valid_from
FROM organization.organization_versions v
JOIN shown s ON s.descendant_id = v.organization_id
JOIN organization.organizations o ON o.unit_id = v.unit_id AND o.organization_id = v.organization_id AND o.tree = 'party'
WHERE v.unit_id = '00000000-0000-7000-8000-000000000001' AND v.valid_from <= $1 AND v.valid_to > $1
  AND v.recorded_from < $2 AND v.recorded_to >= $2
  AND v.organization_id IN (SELECT organization_id FROM organization.reach(
      '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000000', current_date))
ORDER BY s.depth, v.position, v.name, v.organization_id
LIMIT 20000;
EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF, SUMMARY ON) EXECUTE tree('2021-06-01', 'infinity');
EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF, SUMMARY ON) EXECUTE tree('2021-06-01', '2020-06-01');
EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF, SUMMARY ON) EXECUTE tree('2021-06-01', 'infinity');
ROLLBACK;

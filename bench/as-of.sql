-- Fills a unit of 10,000 organizations with ten years of changes: everyone renamed every year, nine in ten moved once.
-- Run by bench/as-of.sh as the application role, which row-level security holds.
\set ON_ERROR_STOP on
\set unit 0a500000-0000-7000-8000-000000000001
SELECT md5('as-of 0')::uuid AS top \gset
SELECT count(*) > 0 AS filled FROM organization.units WHERE unit_id = :'unit' \gset
\if :filled
\else
BEGIN;
SET LOCAL app.unit = :'unit';
-- Organization 0 is the top; 1 to 100 stand under it; all others under those, until they move in the year k.
CREATE TEMP TABLE o ON COMMIT DROP AS
SELECT i, md5('as-of ' || i)::uuid AS id,
       CASE WHEN i = 0 THEN NULL WHEN i <= 100 THEN 0 ELSE 1 + i % 100 END AS above,
       CASE WHEN i = 0 THEN NULL WHEN i <= 100 THEN 0 ELSE 1 + (i + 37) % 100 END AS then_above,
       CASE WHEN i > 100 AND i % 10 < 9 THEN 2017 + i % 10 END AS k
FROM generate_series(0, 9999) i;
INSERT INTO organization.units (unit_id, code, root_id, last_recorded)
SELECT :'unit', 'BENCH-AS-OF', id, now() FROM o WHERE i = 0;
INSERT INTO organization.organizations (unit_id, organization_id, tree) SELECT :'unit', id, 'party' FROM o;
-- Every version but the last was closed when the next was recorded, and written again with its end.
INSERT INTO organization.organization_versions (unit_id, version_id, organization_id, name, kind, superior_id, valid_from,
    valid_to, recorded_from, recorded_to)
SELECT :'unit', gen_random_uuid(), o.id, '第' || o.i || '党支部（' || y || '）',
       CASE WHEN o.i = 0 THEN 'organ_committee' WHEN o.i <= 100 THEN 'general_branch' ELSE 'branch' END, a.id,
       make_date(y, 1, 1), CASE v WHEN 0 THEN 'infinity' ELSE make_date(y + 1, 1, 1) END,
       make_timestamptz(y + v, 1, 2, 0, 0, 0),
       CASE WHEN v = 0 AND y < 2025 THEN make_timestamptz(y + 1, 1, 2, 0, 0, 0) ELSE 'infinity' END
FROM generate_series(2016, 2025) y CROSS JOIN generate_series(0, 1) v CROSS JOIN o
LEFT JOIN o a ON a.i = CASE WHEN y >= o.k THEN o.then_above ELSE o.above END
WHERE NOT (v = 1 AND y = 2025);
-- The closure: oneself and the top stay; the one between ends with the move and is written again with its end.
INSERT INTO organization.organization_paths (unit_id, descendant_id, ancestor_id, depth, valid_from, valid_to,
    recorded_from, recorded_to)
SELECT :'unit'::uuid, d.id, a.id, p.depth, '2016-01-01', 'infinity', '2016-01-02', 'infinity'
FROM o d CROSS JOIN LATERAL (
    VALUES (d.i, 0), (nullif(0, d.i), CASE WHEN d.i <= 100 THEN 1 ELSE 2 END)) p(i, depth) JOIN o a ON a.i = p.i;
INSERT INTO organization.organization_paths (unit_id, descendant_id, ancestor_id, depth, valid_from, valid_to,
    recorded_from, recorded_to)
SELECT :'unit'::uuid, d.id, a.id, 1, date '2016-01-01', date 'infinity', timestamptz '2016-01-02', coalesce(make_timestamptz(d.k, 1, 2, 0, 0, 0), 'infinity')
FROM o d JOIN o a ON a.i = d.above WHERE d.i > 100
UNION ALL
SELECT :'unit'::uuid, d.id, a.id, 1, '2016-01-01', make_date(d.k, 1, 1), make_timestamptz(d.k, 1, 2, 0, 0, 0), 'infinity'
FROM o d JOIN o a ON a.i = d.above WHERE d.k IS NOT NULL
UNION ALL
SELECT :'unit'::uuid, d.id, a.id, 1, make_date(d.k, 1, 1), 'infinity', make_timestamptz(d.k, 1, 2, 0, 0, 0), 'infinity'
FROM o d JOIN o a ON a.i = d.then_above WHERE d.k IS NOT NULL;
COMMIT;
\endif
\ir session.sql

-- Fills a province: :units units of 100 branches and 1,000 people each under one working committee, with two years of
-- records (:facts in all) that nothing has counted yet. Run as the server's administrator, whom row-level security lets by.
\set ON_ERROR_STOP on
\set unit 0c500000-0000-7000-8000-000000000001
SELECT md5('ledger root')::uuid AS top \gset
SELECT count(*) > 0 AS filled FROM organization.units WHERE unit_id = :'unit' \gset
\if :filled
\else
BEGIN;
CREATE TEMP TABLE u ON COMMIT DROP AS
SELECT 0 AS n, :'unit'::uuid AS id, :'top'::uuid AS root
UNION ALL SELECT n, md5('ledger unit ' || n)::uuid, md5('ledger ' || n || ' 0')::uuid FROM generate_series(1, :units) n;
INSERT INTO organization.units SELECT id, 'BENCH-LEDGER-' || n, root, now() FROM u;
INSERT INTO organization.unit_versions SELECT id, id, '测速单位' || n, CASE WHEN n > 0 THEN :'unit'::uuid END, '2016-01-01',
    'infinity', '2016-01-02', 'infinity' FROM u;
INSERT INTO organization.unit_paths (unit_id, ancestor_id, depth, valid_from, valid_to, recorded_from, recorded_to)
SELECT id, id, 0, date '2016-01-01', date 'infinity', timestamptz '2016-01-02', timestamptz 'infinity' FROM u
UNION ALL SELECT id, :'unit', 1, '2016-01-01', 'infinity', '2016-01-02', 'infinity' FROM u WHERE n > 0;
CREATE TEMP TABLE o ON COMMIT DROP AS
SELECT u.id AS unit, u.root, i, CASE WHEN i = 0 THEN u.root ELSE md5('ledger ' || n || ' ' || i)::uuid END AS id, n
FROM u CROSS JOIN generate_series(0, 100) i WHERE n > 0 OR i = 0;
INSERT INTO organization.organizations (unit_id, organization_id, tree) SELECT unit, id, 'party' FROM o;
INSERT INTO organization.organization_versions (unit_id, version_id, organization_id, name, kind, superior_id, position,
    valid_from, valid_to, recorded_from, recorded_to)
SELECT unit, id, id, '第' || i || '党支部', CASE WHEN n = 0 THEN 'working_committee' WHEN i = 0 THEN 'organ_committee'
    ELSE 'branch' END, CASE WHEN i > 0 THEN root END, i, '2016-01-01', 'infinity', '2016-01-02', 'infinity' FROM o;
INSERT INTO organization.organization_paths (unit_id, descendant_id, ancestor_id, depth, valid_from, valid_to,
    recorded_from, recorded_to)
SELECT unit, id, id, 0, date '2016-01-01', date 'infinity', timestamptz '2016-01-02', timestamptz 'infinity' FROM o
UNION ALL SELECT unit, id, root, 1, '2016-01-01', 'infinity', '2016-01-02', 'infinity' FROM o WHERE i > 0;
CREATE TEMP TABLE p ON COMMIT DROP AS
SELECT unit, o.id AS branch, md5('person ' || n || ' ' || i || ' ' || k)::uuid AS id, k
FROM o CROSS JOIN generate_series(0, 9) k WHERE i > 0;
INSERT INTO organization.people (unit_id, person_id, name, name_pinyin, birth_date)
SELECT unit, id, '王伟' || k, 'wangwei', date '1975-01-01' + k * 1000 FROM p;
INSERT INTO organization.memberships (unit_id, membership_id, person_id, sphere, organization_id, kind, valid_from,
    valid_to, recorded_from, recorded_to)
SELECT unit, id, id, 'party', branch, 'full', '2020-01-01', 'infinity', '2020-01-02', 'infinity' FROM p;
-- Of changing kinds, nine of ten people there.
INSERT INTO ledger.facts (unit_id, fact_id, organization_id, kind, happened_on, recorded_at, source_kind, source_id, fields)
SELECT o.unit, gen_random_uuid(), o.id, 'activity', d.day, d.day + interval '12 hours', 'record', gen_random_uuid(),
       jsonb_build_object('kinds', jsonb_build_array((ARRAY['committee_meeting', 'theme_day', 'general_meeting', 'lesson',
               'group_meeting', 'youth_study', 'training'])[1 + k % 7]), 'study', true, 'first_item', k % 3 = 0,
           'theme', '深入学习', 'present', 9, 'expected', 10, 'present_share', 0.9, 'young_present', 3, 'hours', 2,
           'partners', k % 5, 'discussed', true)
FROM o CROSS JOIN generate_series(0, :facts / (100 * :units) - 1) k
CROSS JOIN LATERAL (SELECT current_date - 1 - (k * 730 / (:facts / (100 * :units))) AS day) d
WHERE o.i > 0;
INSERT INTO ledger.fact_people (unit_id, fact_id, person_id)
SELECT f.unit_id, f.fact_id, p.id FROM ledger.facts f JOIN p ON p.unit = f.unit_id AND p.branch = f.organization_id
WHERE f.fields -> 'kinds' ? 'training';
INSERT INTO ledger.books SELECT id, current_date FROM u;
COMMIT;
\endif
\ir session.sql

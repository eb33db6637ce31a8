-- Fills a unit with 100,000 people in 2,000 branches under 100 committees, as the application role.
\set ON_ERROR_STOP on
\set unit 0b500000-0000-7000-8000-000000000001
SELECT md5('roster 0')::uuid AS top \gset
SELECT count(*) > 0 AS filled FROM organization.units WHERE unit_id = :'unit' \gset
\if :filled
\else
BEGIN;
SET LOCAL app.unit = :'unit';
CREATE TEMP TABLE o ON COMMIT DROP AS
SELECT i, md5('roster ' || i)::uuid AS id,
       CASE WHEN i = 0 THEN NULL WHEN i <= 100 THEN 0 ELSE 1 + i % 100 END AS above
FROM generate_series(0, 2100) i;
INSERT INTO organization.units (unit_id, code, root_id, last_recorded) VALUES (:'unit', 'BENCH-ROSTER', :'top', now());
INSERT INTO organization.organizations (unit_id, organization_id, tree) SELECT :'unit', id, 'party' FROM o;
INSERT INTO organization.organization_versions (unit_id, version_id, organization_id, name, kind, superior_id, position,
    valid_from, valid_to, recorded_from, recorded_to)
SELECT :'unit', gen_random_uuid(), o.id, '第' || o.i || '党支部',
       CASE WHEN o.i = 0 THEN 'organ_committee' WHEN o.i <= 100 THEN 'general_branch' ELSE 'branch' END, a.id, o.i,
       '2016-01-01', 'infinity', '2016-01-02', 'infinity'
FROM o LEFT JOIN o a ON a.i = o.above;
INSERT INTO organization.organization_paths (unit_id, descendant_id, ancestor_id, depth, valid_from, valid_to,
    recorded_from, recorded_to)
SELECT :'unit', d.id, a.id, p.depth, '2016-01-01', 'infinity', '2016-01-02', 'infinity'
FROM o d CROSS JOIN LATERAL (
    VALUES (d.i, 0), (d.above, 1), (CASE WHEN d.above > 0 THEN 0 END, 2)) p(i, depth) JOIN o a ON a.i = p.i;
-- Names in no order of branches, so that a page of the roster comes from all over the unit.
CREATE TEMP TABLE n ON COMMIT DROP AS
SELECT i, md5('person ' || i)::uuid AS id,
       md5('roster ' || 101 + i % 2000)::uuid AS branch, md5(i::text) AS mixed
FROM generate_series(0, 99999) i;
INSERT INTO organization.people (unit_id, person_id, name, name_pinyin, sex, joined_on, confirmed_on, phone, job_title)
SELECT :'unit', id, substr('王李张刘陈杨赵黄周吴', 1 + i % 10, 1) || substr('伟芳娜敏静丽强磊军洋', 1 + i / 10 % 10, 1)
           || substr('明华国平文', 1 + i / 100 % 5, 1),
       translate(left(mixed, 12), '0123456789', 'ghijklmnop'), CASE i % 2 WHEN 0 THEN 'male' ELSE 'female' END,
       date '1990-01-01' + i % 12000, date '1991-01-01' + i % 12000, '138' || lpad(i::text, 8, '0'), '科员'
FROM n;
INSERT INTO organization.memberships (unit_id, membership_id, person_id, sphere, organization_id, kind, states,
    valid_from, valid_to, recorded_from, recorded_to)
SELECT :'unit', gen_random_uuid(), id, 'party', branch, CASE WHEN i % 50 = 0 THEN 'probationary' ELSE 'full' END,
       CASE WHEN i % 20 = 1 THEN '{retired}'::text[] ELSE '{}' END, '2020-01-01', 'infinity', '2020-01-02', 'infinity'
FROM n;
INSERT INTO organization.appointments (unit_id, appointment_id, organization_id, post, person_id, valid_from, valid_to,
    recorded_from, recorded_to)
SELECT :'unit', gen_random_uuid(), branch, 'secretary', id, '2024-01-01', 'infinity', '2024-01-02', 'infinity'
FROM n WHERE i < 2000;
COMMIT;
\endif
\ir session.sql

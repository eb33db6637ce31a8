-- Fills a unit for matters: a committee, 20 general branches and 400 branches of 10 people, whose posts are held; an officer
-- over all (token and cookie "bench"), the secretary of a general branch (cookie "bench-general") and those of eight
-- branches (cookies and tokens "bench-1" to "bench-8"). Run as the server's administrator, whom row-level security lets by.
\set ON_ERROR_STOP on
\set unit 0c560000-0000-7000-8000-000000000001
SELECT md5('matters 0')::uuid AS top, (now() AT TIME ZONE 'Asia/Shanghai')::date AS today,
       date_trunc('year', now() AT TIME ZONE 'Asia/Shanghai')::date AS since \gset
SELECT count(*) > 0 AS filled FROM organization.units WHERE unit_id = :'unit' \gset
\if :filled
\else
BEGIN;
INSERT INTO organization.units VALUES (:'unit', 'BENCH-MATTERS', :'top', '2016-01-02');
INSERT INTO organization.unit_paths (unit_id, ancestor_id, depth, valid_from, valid_to, recorded_from, recorded_to)
VALUES (:'unit', :'unit', 0, '2016-01-01', 'infinity', '2016-01-02', 'infinity');
-- 0 the committee, 1 to 20 the general branches, 21 to 420 the branches.
CREATE TEMP TABLE o ON COMMIT DROP AS
SELECT i, md5('matters ' || i)::uuid AS id,
       CASE WHEN i BETWEEN 1 AND 20 THEN :'top'::uuid WHEN i > 20 THEN md5('matters ' || 1 + (i - 21) / 20)::uuid END AS above,
       CASE WHEN i = 0 THEN 'organ_committee' WHEN i <= 20 THEN 'general_branch' ELSE 'branch' END AS kind
FROM generate_series(0, 420) i;
INSERT INTO organization.organizations (unit_id, organization_id, tree) SELECT :'unit', id, 'party' FROM o;
INSERT INTO organization.organization_versions (unit_id, version_id, organization_id, name, kind, superior_id, position,
    valid_from, valid_to, recorded_from, recorded_to)
SELECT :'unit', id, id, CASE kind WHEN 'organ_committee' THEN '测速机关党委' WHEN 'general_branch' THEN '第' || i || '党总支'
    ELSE '第' || i - 20 || '党支部' END, kind, above, i, :'since', 'infinity', '2016-01-02', 'infinity' FROM o;
INSERT INTO organization.organization_paths (unit_id, descendant_id, ancestor_id, depth, valid_from, valid_to,
    recorded_from, recorded_to)
SELECT :'unit'::uuid, id, id, 0, date :'since', date 'infinity', timestamptz '2016-01-02', timestamptz 'infinity' FROM o
UNION ALL SELECT :'unit', id, above, 1, :'since', 'infinity', '2016-01-02', 'infinity' FROM o WHERE i > 0
UNION ALL SELECT :'unit', id, :'top', 2, :'since', 'infinity', '2016-01-02', 'infinity' FROM o WHERE i > 20;
CREATE TEMP TABLE p ON COMMIT DROP AS
SELECT i, o.id AS branch, md5('matters ' || i || ' ' || k)::uuid AS id, k FROM o CROSS JOIN generate_series(0, 9) k WHERE i > 20;
INSERT INTO organization.people (unit_id, person_id, name, name_pinyin) SELECT :'unit', id, '李华' || k, 'lihua' FROM p;
INSERT INTO organization.memberships (unit_id, membership_id, person_id, sphere, organization_id, kind, valid_from,
    valid_to, recorded_from, recorded_to)
SELECT :'unit', id, id, 'party', branch, 'full', :'since', 'infinity', '2016-01-02', 'infinity' FROM p;
-- Each branch has a secretary, a deputy and a member for discipline; the first of each twenty serve their general branch,
-- and those of the first branch the committee, too.
INSERT INTO organization.appointments (unit_id, appointment_id, organization_id, post, person_id, valid_from, valid_to,
    recorded_from, recorded_to)
SELECT :'unit', gen_random_uuid(), organization, (ARRAY['secretary', 'deputy_secretary', 'discipline_member'])[1 + k],
       id, :'since', 'infinity', '2016-01-02', 'infinity'
FROM (SELECT branch AS organization, k, id FROM p
    UNION ALL SELECT md5('matters ' || 1 + (i - 21) / 20)::uuid, k, id FROM p WHERE (i - 21) % 20 = 0
    UNION ALL SELECT :'top', k, id FROM p WHERE i = 21) held
WHERE k < 3;
INSERT INTO organization.appointments (unit_id, appointment_id, organization_id, post, person_id, valid_from, valid_to,
    recorded_from, recorded_to)
SELECT :'unit', gen_random_uuid(), :'top', 'full_time_deputy_secretary', id, :'since', 'infinity', '2016-01-02', 'infinity'
FROM p WHERE i = 21 AND k = 9;
CREATE TEMP TABLE a ON COMMIT DROP AS
SELECT 'bench-general' AS name, md5('matters account general')::uuid AS id, o.id AS organization,
       md5('matters 21 0')::uuid AS person FROM o WHERE i = 1
UNION ALL SELECT 'bench-' || i - 20, md5('matters account ' || i - 20)::uuid, o.id, md5('matters ' || i || ' 0')::uuid
FROM o WHERE i BETWEEN 21 AND 28;
INSERT INTO access.accounts (account_id, name, name_key, display_name, home_unit_id, must_change, created_at)
SELECT id, 'matters-' || name, 'matters-' || name, name, :'unit', false, now() FROM a;
INSERT INTO access.grants (account_id, grant_id, role, unit_id, organization_id, place, valid_from, valid_to)
SELECT id, id, 'secretary', :'unit', organization, name, '2016-01-01', 'infinity' FROM a;
INSERT INTO access.sessions (token_hash, session_id, account_id, grant_id, place, created_at, seen_at, device)
SELECT sha256(name::bytea), gen_random_uuid(), id, id, name, now(), now(), 'bench' FROM a;
INSERT INTO access.api_tokens (token_hash, token_id, account_id, grant_id, name, created_at, expires_at)
SELECT sha256(name::bytea), id, id, id, 'bench', now(), now() + interval '1 day' FROM a;
INSERT INTO access.holders (unit_id, account_id, recorded_at, person_id, said_by)
SELECT :'unit'::uuid, id, now(), person, id FROM a
UNION ALL SELECT :'unit', :'unit', now(), md5('matters 21 9')::uuid, :'unit'::uuid;
COMMIT;
\endif
\ir token.sql

-- Fills the unit of matters.sql with :matters matters of three years, one in ten open, under three shipped flows; what
-- happened to the open ones, words by which all are found. After matters.sql, as the server's administrator.
\set ON_ERROR_STOP on
\set unit 0c560000-0000-7000-8000-000000000001
SELECT md5('matters 0')::uuid AS top, (now() AT TIME ZONE 'Asia/Shanghai')::date AS today \gset
SET synchronous_commit = off;
SET maintenance_work_mem = '256MB';
SET work_mem = '128MB';
-- Nothing is checked row by row: 1,000,000 lookups of the same organizations say nothing.
SET session_replication_role = replica;
SET max_parallel_workers_per_gather = 0;
SELECT count(*) > :matters / 2 AS filled FROM matter.matters WHERE unit_id = :'unit' \gset
\if :filled
\else
BEGIN;
-- Indexes are made anew after the rows.
CREATE TEMP TABLE later ON COMMIT DROP AS
SELECT format('%s', i.indexrelid::regclass) AS name, pg_get_indexdef(i.indexrelid) AS made
FROM pg_index i WHERE i.indrelid IN ('matter.matters'::regclass, 'matter.tokens'::regclass) AND NOT i.indisprimary;
DO $$ DECLARE each record; BEGIN FOR each IN SELECT * FROM later LOOP EXECUTE 'DROP INDEX ' || each.name; END LOOP; END $$;
SELECT setseed(0.5) \g /dev/null
CREATE TEMP TABLE way ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY w.weight DESC, w.flow, w.state) AS n, w.*, v.version_id,
       sum(w.weight) OVER (PARTITION BY w.open ORDER BY w.flow, w.state) - w.weight AS low,
       sum(w.weight) OVER (PARTITION BY w.open ORDER BY w.flow, w.state) AS high,
       sum(w.weight) OVER (PARTITION BY w.open) AS total
FROM (VALUES ('rectification', 'registered', true, 'host', 8), ('rectification', 'rectifying', true, 'party', 22),
    ('rectification', 'reported', true, 'host', 10), ('visit-problems', 'registered', true, 'host', 6),
    ('visit-problems', 'handling', true, 'party', 24), ('visit-problems', 'answered', true, 'host', 10),
    ('political-tasks', 'registered', true, 'host', 2), ('political-tasks', 'carrying-out', true, 'party', 15),
    ('political-tasks', 'reported', true, 'host', 3), ('rectification', 'settled', false, 'none', 40),
    ('rectification', 'dismissed', false, 'none', 5), ('visit-problems', 'settled', false, 'none', 38),
    ('visit-problems', 'outside', false, 'none', 7), ('political-tasks', 'settled', false, 'none', 9),
    ('political-tasks', 'noted', false, 'none', 1)) AS w(flow, state, open, owner, weight)
JOIN LATERAL (SELECT version_id FROM matter.flow_versions f WHERE f.flow = w.flow ORDER BY number DESC LIMIT 1) v ON true;
CREATE TEMP TABLE m AS
SELECT i, ('0c57' || lpad(to_hex(i / 65536), 4, '0') || '-' || lpad(to_hex(i % 65536), 4, '0') || '-7000-8000-'
           || left(md5(i::text), 12))::uuid AS id, i % 10 = 0 AS open,
       -- One in four belongs to the committee or a general branch, the rest to a branch.
       CASE WHEN r[1] < 0.05 THEN 0 WHEN r[1] < 0.25 THEN 1 + (r[2] * 20)::int % 20 ELSE 21 + (r[2] * 400)::int % 400 END AS host,
       21 + (r[3] * r[3] * 400)::int % 400 AS party, r[4] AS choice, r[5] AS spread, r[6] AS late, r[7] AS words
FROM (SELECT i, ARRAY[random(), random(), random(), random(), random(), random(), random()] AS r
    FROM generate_series(1, :matters) i) random;
CREATE TEMP TABLE full_matter AS
SELECT m.i, m.id, m.open, w.flow, w.state, w.version_id, md5('matters ' || m.host)::uuid AS host,
       md5('matters ' || m.party)::uuid AS party,
       CASE w.owner WHEN 'host' THEN md5('matters ' || m.host)::uuid WHEN 'party' THEN md5('matters ' || m.party)::uuid END AS owner,
       CASE WHEN m.open THEN :'today'::date - (m.spread * 60)::int ELSE :'today'::date - 90 - (m.spread * 1000)::int END AS begun,
       CASE WHEN m.open THEN :'today'::date + (m.late * 75)::int - 15 END AS due,
       (ARRAY['三楼走廊', '一楼大厅', '机关食堂', '地下车库', '会议中心', '办事窗口', '老干部活动室', '图书阅览室', '东门岗亭', '信访接待室'])
           [1 + (m.words * 10)::int % 10]
       || (ARRAY['照明不足', '排队太久', '标识不清', '电梯故障', '制度上墙', '材料重复', '答复超时', '经费公开', '学习记录', '党费收缴'])
           [1 + (m.words * 1000)::int % 10] AS title
FROM m JOIN way w ON w.open = m.open AND m.choice * w.total >= w.low AND m.choice * w.total < w.high;
INSERT INTO matter.matters (unit_id, matter_id, version_id, flow, host_id, origin, title, begun_on, recorded_at, account_id,
    revision, place, state, open, entered_on, closed_on, named_id, posts, barred, raised, owner_id, vacant, due_on,
    provisional, reopened, late, known, involved)
SELECT :'unit', id, version_id, flow, host, NULL, title, begun, begun, :'unit', 3, 3, state, open, begun,
       CASE WHEN NOT open THEN begun + 30 + i % 60 END, owner,
       CASE WHEN owner IS NULL THEN '{}'::text[] ELSE ARRAY['secretary', 'leader'] END, '{}', 0, owner, false, due, false,
       (i % 20 = 0)::int, (i % 6 = 0)::int, jsonb_build_object('parties', jsonb_build_object('responsible', party), 'done',
           '{}'::jsonb, 'days', '{}'::jsonb), CASE WHEN host = party THEN ARRAY[host] ELSE ARRAY[host, party] END
FROM full_matter;
INSERT INTO matter.events (unit_id, matter_id, place, kind, step, state, answers, owner_id, due_on, vacant, late, recorded_at,
    account_id, actor_id, on_behalf, once_key)
SELECT :'unit', id, p, CASE p WHEN 1 THEN 'begun' ELSE 'step' END, CASE p WHEN 1 THEN 'begin' WHEN 2 THEN 'assign' ELSE 'report' END,
       state, '{"problem": "要办的事"}', owner, due, false, false, begun, :'unit', host, false, ''
FROM full_matter CROSS JOIN generate_series(1, 3) p WHERE open;
-- Open ones by every character and every two neighbours, as the product keeps them; settled ones by the pairs.
INSERT INTO matter.tokens (unit_id, token, matter_id)
SELECT :'unit', substr(title, k, size), id
FROM full_matter CROSS JOIN generate_series(1, 2) size CROSS JOIN LATERAL generate_series(1, length(title) + 1 - size) k
WHERE open OR (size = 2 AND k > length(title) - 4)
ORDER BY 2, 3
ON CONFLICT DO NOTHING;
DROP TABLE m, full_matter;
DO $$ DECLARE each record; BEGIN FOR each IN SELECT * FROM later LOOP EXECUTE each.made; END LOOP; END $$;
COMMIT;
\endif
SET session_replication_role = DEFAULT;
VACUUM (ANALYZE) matter.matters, matter.events, matter.tokens;

-- A branch of the demonstration world with very many records in one year: :records, each with a study item and a decision.
\set ON_ERROR_STOP on
SELECT unit_id AS unit, root_id AS top FROM organization.v_unit_heads WHERE code = 'LH-GH' \gset
\ir token.sql
SELECT organization_id AS branch FROM organization.v_organizations
WHERE unit_id = :'unit' AND kind = 'branch' AND valid_to = 'infinity' ORDER BY position, organization_id LIMIT 1 \gset
CREATE TEMP TABLE many AS
SELECT gen_random_uuid() AS record_id, date '2024-01-01' + (i % 366)::int AS held_on, i
FROM generate_series(1, :records) AS i
WHERE NOT EXISTS (SELECT FROM activity.records WHERE unit_id = :'unit' AND title = '材料测试');
INSERT INTO activity.records (unit_id, record_id, organization_id, held_on, title, kinds, recorded_at, account_id, on_behalf)
SELECT :'unit', record_id, :'branch', held_on, '材料测试', '{theme_day}', now(), :'unit', false FROM many;
INSERT INTO activity.versions (unit_id, record_id, revision, recorded_at, account_id, held_on, place, title, kinds, minutes,
    others)
SELECT :'unit', record_id, 1, now(), :'unit', held_on, '第三会议室', '', '{theme_day}', '大家交流了体会，议定下步工作。', ''
FROM many;
INSERT INTO activity.sides (unit_id, record_id, revision, position, organization_id, expected, present, observers)
SELECT :'unit', record_id, 1, 0, :'branch', 24, 22, 0 FROM many;
INSERT INTO activity.agenda_items (unit_id, record_id, revision, position, subject, study)
SELECT :'unit', record_id, 1, 0, '学习全会精神第' || i || '讲', true FROM many;
INSERT INTO activity.decisions (unit_id, record_id, revision, position, subject)
SELECT :'unit', record_id, 1, 0, '拿出接口清单' FROM many;
ANALYZE activity.records, activity.versions, activity.sides, activity.agenda_items, activity.decisions;

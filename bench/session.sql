-- Opens a session for a bench: an officer over the whole of a unit (:unit, its top :top), whose cookie is "bench".
INSERT INTO organization.unit_versions (unit_id, version_id, name, valid_from, valid_to, recorded_from, recorded_to)
SELECT :'unit', :'unit', '测速单位', '2016-01-01', 'infinity', '2016-01-02', 'infinity' ON CONFLICT DO NOTHING;
INSERT INTO access.accounts (account_id, name, name_key, display_name, home_unit_id, must_change, created_at)
VALUES (:'unit', 'bench-' || left(:'unit', 4), 'bench-' || left(:'unit', 4), '测速', :'unit', false, now())
ON CONFLICT DO NOTHING;
INSERT INTO access.grants (account_id, grant_id, role, unit_id, organization_id, place, valid_from, valid_to)
VALUES (:'unit', :'unit', 'officer', :'unit', :'top', '测速单位', '2016-01-01', 'infinity') ON CONFLICT DO NOTHING;
DELETE FROM access.sessions WHERE token_hash = sha256('bench');
INSERT INTO access.sessions (token_hash, session_id, account_id, grant_id, place, created_at, seen_at, device)
VALUES (sha256('bench'), gen_random_uuid(), :'unit', :'unit', '测速单位', now(), now(), 'bench');

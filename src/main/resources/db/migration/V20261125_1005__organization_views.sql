-- What other modules may read of organizations: as we hold it to be now, with the days on which it was so.
CREATE VIEW organization.v_organizations WITH (security_invoker = true) AS
SELECT unit_id, organization_id, kind, superior_id, name, short_name, position, valid_from, valid_to
FROM organization.organization_versions WHERE recorded_to = 'infinity';
CREATE VIEW organization.v_organization_starts WITH (security_invoker = true) AS
SELECT unit_id, organization_id, min(recorded_from) AS recorded_from
FROM organization.organization_versions GROUP BY unit_id, organization_id;
CREATE VIEW organization.v_paths WITH (security_invoker = true) AS
SELECT unit_id, descendant_id, ancestor_id, depth, valid_from, valid_to
FROM organization.organization_paths WHERE recorded_to = 'infinity';
CREATE VIEW organization.v_memberships WITH (security_invoker = true) AS
SELECT unit_id, person_id, sphere, organization_id, group_id, kind, states, valid_from, valid_to
FROM organization.memberships WHERE recorded_to = 'infinity';
CREATE VIEW organization.v_appointments WITH (security_invoker = true) AS
SELECT unit_id, organization_id, post, person_id, deputy, valid_from, valid_to
FROM organization.appointments WHERE recorded_to = 'infinity';
CREATE VIEW organization.v_people WITH (security_invoker = true) AS
SELECT unit_id, person_id, name, name_pinyin, birth_date, office_phone
FROM organization.people WHERE merged_into IS NULL AND removed_at IS NULL;
GRANT SELECT ON organization.v_organizations, organization.v_organization_starts, organization.v_paths,
    organization.v_memberships, organization.v_appointments, organization.v_people TO yijitong_app, yijitong_rollup;

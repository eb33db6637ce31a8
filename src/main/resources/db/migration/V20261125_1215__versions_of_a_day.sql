-- The tree of a day is read without the versions of other days: all four ends are judged within the index.
DROP INDEX organization.organization_versions_unit_id_recorded_to_valid_to_idx;
CREATE INDEX ON organization.organization_versions (unit_id, recorded_to, valid_to, valid_from, recorded_from);

-- Units and their trees, as they were on any day and as we knew them at any moment (bitemporal):
-- valid_from/valid_to say when it was so, recorded_from/recorded_to when we held it to be so; ends are exclusive.
CREATE SCHEMA organization;
GRANT USAGE ON SCHEMA organization TO yijitong_app, yijitong_rollup;

-- Definitions: which units there are, and which unit is above which.
CREATE TABLE organization.units (
    unit_id uuid PRIMARY KEY,
    code text NOT NULL UNIQUE CHECK (code ~ '^[A-Za-z0-9-]{1,40}$'),
    root_id uuid NOT NULL,
    -- Held while the tree changes: one change of a unit's tree at a time, each recorded later than the last.
    last_recorded timestamptz NOT NULL
);

CREATE TABLE organization.unit_versions (
    unit_id uuid NOT NULL,
    version_id uuid NOT NULL,
    name text NOT NULL,
    superior_id uuid,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    recorded_from timestamptz NOT NULL,
    recorded_to timestamptz NOT NULL,
    PRIMARY KEY (unit_id, version_id),
    CHECK (valid_from < valid_to),
    CHECK (recorded_from <= recorded_to),
    EXCLUDE USING gist (unit_id WITH =, daterange(valid_from, valid_to) WITH &&,
        tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX ON organization.unit_versions (superior_id);

CREATE TABLE organization.unit_paths (
    unit_id uuid NOT NULL,
    path_id uuid NOT NULL DEFAULT gen_random_uuid(),
    ancestor_id uuid NOT NULL,
    depth int NOT NULL CHECK (depth BETWEEN 0 AND 20),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    recorded_from timestamptz NOT NULL,
    recorded_to timestamptz NOT NULL,
    PRIMARY KEY (unit_id, path_id)
);
CREATE INDEX ON organization.unit_paths (ancestor_id, recorded_to);

-- Unit data.
CREATE TABLE organization.organizations (
    unit_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    tree text NOT NULL CHECK (tree IN ('party', 'administrative')),
    code text CHECK (code ~ '^[A-Za-z0-9-]{1,40}$'),
    PRIMARY KEY (unit_id, organization_id),
    UNIQUE (unit_id, code)
);

CREATE TABLE organization.organization_changes (
    unit_id uuid NOT NULL,
    change_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('founded', 'renamed', 'moved', 'amended', 'merged', 'absorbed', 'split',
        'split_off', 'closed', 'corrected')),
    effective_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    reason text CHECK (length(reason) <= 500),
    document_number text CHECK (length(document_number) <= 100),
    detail jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (unit_id, change_id)
);
CREATE INDEX ON organization.organization_changes (unit_id, organization_id, effective_on);

CREATE TABLE organization.organization_versions (
    unit_id uuid NOT NULL,
    version_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    short_name text CHECK (length(short_name) BETWEEN 1 AND 40),
    kind text NOT NULL,
    superior_id uuid,
    position int NOT NULL DEFAULT 0,
    approval_number text CHECK (length(approval_number) <= 100),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    recorded_from timestamptz NOT NULL,
    recorded_to timestamptz NOT NULL,
    PRIMARY KEY (unit_id, version_id),
    CHECK (valid_from < valid_to),
    CHECK (recorded_from <= recorded_to),
    CHECK (superior_id <> organization_id),
    EXCLUDE USING gist (organization_id WITH =, unit_id WITH =, daterange(valid_from, valid_to) WITH &&,
        tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX ON organization.organization_versions (unit_id, organization_id) WHERE recorded_to = 'infinity';
CREATE INDEX ON organization.organization_versions (unit_id, recorded_to, valid_to);
CREATE INDEX ON organization.organization_versions (unit_id, superior_id) WHERE superior_id IS NOT NULL;

-- Who is below whom, at every depth: the closure of superior_id over both times, kept by OrganizationPaths.
CREATE TABLE organization.organization_paths (
    unit_id uuid NOT NULL,
    path_id uuid NOT NULL DEFAULT gen_random_uuid(),
    descendant_id uuid NOT NULL,
    ancestor_id uuid NOT NULL,
    depth int NOT NULL CHECK (depth BETWEEN 0 AND 20),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    recorded_from timestamptz NOT NULL,
    recorded_to timestamptz NOT NULL,
    PRIMARY KEY (unit_id, path_id),
    CHECK (recorded_from <= recorded_to)
);
CREATE INDEX ON organization.organization_paths (unit_id, ancestor_id, recorded_to, valid_to) INCLUDE (descendant_id);
CREATE INDEX ON organization.organization_paths (unit_id, descendant_id, recorded_to);

-- Merge and split: whose history the successor sees.
CREATE TABLE organization.successions (
    unit_id uuid NOT NULL,
    succession_id uuid NOT NULL,
    predecessor_id uuid NOT NULL,
    successor_id uuid NOT NULL,
    change_id uuid NOT NULL,
    PRIMARY KEY (unit_id, succession_id)
);
CREATE INDEX ON organization.successions (unit_id, successor_id);
CREATE INDEX ON organization.successions (unit_id, predecessor_id);
CREATE INDEX ON organization.successions (unit_id, change_id);

SELECT shared.replicate(t) FROM unnest(ARRAY['organization.units', 'organization.unit_versions',
    'organization.unit_paths']::regclass[]) AS t;
SELECT shared.distribute(t) FROM unnest(ARRAY['organization.organizations', 'organization.organization_changes',
    'organization.organization_versions', 'organization.organization_paths',
    'organization.successions']::regclass[]) AS t;

ALTER TABLE organization.unit_versions ADD FOREIGN KEY (unit_id) REFERENCES organization.units,
    ADD FOREIGN KEY (superior_id) REFERENCES organization.units;
ALTER TABLE organization.unit_paths ADD FOREIGN KEY (unit_id) REFERENCES organization.units,
    ADD FOREIGN KEY (ancestor_id) REFERENCES organization.units;
ALTER TABLE organization.organizations ADD FOREIGN KEY (unit_id) REFERENCES organization.units;
ALTER TABLE organization.organization_changes
    ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations;
ALTER TABLE organization.organization_versions
    ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations,
    ADD FOREIGN KEY (unit_id, superior_id) REFERENCES organization.organizations;
ALTER TABLE organization.organization_paths
    ADD FOREIGN KEY (unit_id, descendant_id) REFERENCES organization.organizations,
    ADD FOREIGN KEY (unit_id, ancestor_id) REFERENCES organization.organizations;
ALTER TABLE organization.successions
    ADD FOREIGN KEY (unit_id, predecessor_id) REFERENCES organization.organizations,
    ADD FOREIGN KEY (unit_id, successor_id) REFERENCES organization.organizations,
    ADD FOREIGN KEY (unit_id, change_id) REFERENCES organization.organization_changes;

GRANT SELECT, INSERT ON organization.units, organization.unit_versions, organization.unit_paths TO yijitong_app;
GRANT UPDATE (last_recorded) ON organization.units TO yijitong_app;
GRANT UPDATE (recorded_to) ON organization.unit_versions, organization.unit_paths TO yijitong_app;
GRANT SELECT ON organization.units, organization.unit_versions, organization.unit_paths TO yijitong_rollup;

CREATE VIEW organization.v_unit_heads AS
SELECT u.unit_id, u.code, u.root_id, v.name, v.superior_id
FROM organization.units u
JOIN organization.unit_versions v ON v.unit_id = u.unit_id
    AND v.recorded_to = 'infinity' AND v.valid_to = 'infinity';
CREATE VIEW organization.v_unit_paths AS
SELECT unit_id, ancestor_id, depth
FROM organization.unit_paths
WHERE recorded_to = 'infinity' AND valid_to = 'infinity';
GRANT SELECT ON organization.v_unit_heads, organization.v_unit_paths TO yijitong_app, yijitong_rollup;

-- Row-level security of unit data: the application sees the unit it named, a roll-up the units below its root.
CREATE FUNCTION shared.protect(relation regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY unit_only ON %s TO yijitong_app USING (unit_id = shared.unit())', relation);
    EXECUTE format('CREATE POLICY below_root ON %s FOR SELECT TO yijitong_rollup USING (unit_id IN '
        '(SELECT p.unit_id FROM organization.unit_paths p WHERE p.ancestor_id = shared.root() '
        'AND p.recorded_to = ''infinity'' AND p.valid_to = ''infinity''))', relation);
END $$;

SELECT shared.protect(t) FROM unnest(ARRAY['organization.organizations', 'organization.organization_changes',
    'organization.organization_versions', 'organization.organization_paths',
    'organization.successions']::regclass[]) AS t;
GRANT SELECT, INSERT ON organization.organizations, organization.organization_changes,
    organization.organization_versions, organization.organization_paths, organization.successions TO yijitong_app;
GRANT UPDATE (code) ON organization.organizations TO yijitong_app;
GRANT UPDATE (recorded_to) ON organization.organization_versions, organization.organization_paths TO yijitong_app;
GRANT SELECT ON organization.organizations, organization.organization_versions, organization.organization_paths
    TO yijitong_rollup;

-- The organizations a top may reach: below it now or later, or below it when they ended.
CREATE FUNCTION organization.reach(unit uuid, top uuid, today date) RETURNS TABLE (organization_id uuid)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT DISTINCT p.descendant_id
    FROM organization.organization_paths p
    WHERE p.unit_id = unit AND p.ancestor_id = top AND p.recorded_to = 'infinity'
      AND (p.valid_to > today OR NOT EXISTS (
          SELECT FROM organization.organization_paths later
          WHERE later.unit_id = unit AND later.descendant_id = p.descendant_id
            AND later.recorded_to = 'infinity' AND later.valid_to > p.valid_to))
$$;

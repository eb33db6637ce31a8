-- Running matters of a unit moved to another version of their flow: proposed by one, approved by another.
CREATE TABLE matter.migrations (
    unit_id uuid NOT NULL,
    migration_id uuid NOT NULL,
    flow text NOT NULL,
    -- From which version of the flow to which, by their numbers.
    from_number int NOT NULL,
    to_number int NOT NULL CHECK (to_number <> from_number),
    -- States called otherwise in the other version.
    states jsonb NOT NULL,
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, migration_id)
);

-- What came of it; nothing yet while it waits for a second person.
CREATE TABLE matter.migration_ends (
    unit_id uuid NOT NULL,
    migration_id uuid NOT NULL,
    approved boolean NOT NULL,
    moved int NOT NULL CHECK (moved >= 0),
    stayed int NOT NULL CHECK (stayed >= 0),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, migration_id)
);

SELECT shared.distribute(t) FROM unnest(ARRAY['matter.migrations', 'matter.migration_ends']::regclass[]) AS t;
ALTER TABLE matter.migration_ends ADD FOREIGN KEY (unit_id, migration_id) REFERENCES matter.migrations;
SELECT shared.protect(t) FROM unnest(ARRAY['matter.migrations', 'matter.migration_ends']::regclass[]) AS t;
GRANT SELECT, INSERT ON matter.migrations, matter.migration_ends TO yijitong_app;
GRANT UPDATE (version_id) ON matter.matters TO yijitong_app;
CREATE INDEX ON matter.matters (unit_id, version_id, matter_id) WHERE due_on IS NOT NULL;

ALTER TABLE matter.events DROP CONSTRAINT events_kind_check;
ALTER TABLE matter.events ADD CONSTRAINT events_kind_check
    CHECK (kind IN ('begun', 'step', 'handed', 'moved', 'linked', 'migrated'));

-- A matter in several hands: parts of it are matters of their own, each with its weight. What is open holds the whole.
CREATE TABLE matter.parts (
    unit_id uuid NOT NULL,
    part_id uuid NOT NULL,
    parent_id uuid NOT NULL,
    weight int NOT NULL CHECK (weight BETWEEN 1 AND 100),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, part_id),
    CHECK (part_id <> parent_id)
);
CREATE INDEX ON matter.parts (unit_id, parent_id);

-- Let go: the whole no longer waits for it.
CREATE TABLE matter.part_releases (
    unit_id uuid NOT NULL,
    part_id uuid NOT NULL,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, part_id)
);

SELECT shared.distribute(t) FROM unnest(ARRAY['matter.parts', 'matter.part_releases']::regclass[]) AS t;
ALTER TABLE matter.parts
    ADD FOREIGN KEY (unit_id, part_id) REFERENCES matter.matters,
    ADD FOREIGN KEY (unit_id, parent_id) REFERENCES matter.matters;
ALTER TABLE matter.part_releases ADD FOREIGN KEY (unit_id, part_id) REFERENCES matter.parts;
SELECT shared.protect(t) FROM unnest(ARRAY['matter.parts', 'matter.part_releases']::regclass[]) AS t;
GRANT SELECT, INSERT ON matter.parts, matter.part_releases TO yijitong_app;

ALTER TABLE matter.events DROP CONSTRAINT events_kind_check;
ALTER TABLE matter.events ADD CONSTRAINT events_kind_check
    CHECK (kind IN ('begun', 'step', 'handed', 'moved', 'linked', 'migrated', 'split', 'released'));

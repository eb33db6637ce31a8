-- Two matters about the same: whoever has one asks to merge it into the other, whoever has the other one answers.
CREATE TABLE matter.mergers (
    unit_id uuid NOT NULL,
    merger_id uuid NOT NULL,
    -- The one that closes, and the one that goes on.
    matter_id uuid NOT NULL,
    into_id uuid NOT NULL,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, merger_id),
    CHECK (matter_id <> into_id)
);
CREATE INDEX ON matter.mergers (unit_id, matter_id);
CREATE INDEX ON matter.mergers (unit_id, into_id);

CREATE TABLE matter.merger_answers (
    unit_id uuid NOT NULL,
    merger_id uuid NOT NULL,
    agreed boolean NOT NULL,
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, merger_id)
);

SELECT shared.distribute(t) FROM unnest(ARRAY['matter.mergers', 'matter.merger_answers']::regclass[]) AS t;
ALTER TABLE matter.mergers
    ADD FOREIGN KEY (unit_id, matter_id) REFERENCES matter.matters,
    ADD FOREIGN KEY (unit_id, into_id) REFERENCES matter.matters;
ALTER TABLE matter.merger_answers ADD FOREIGN KEY (unit_id, merger_id) REFERENCES matter.mergers;
SELECT shared.protect(t) FROM unnest(ARRAY['matter.mergers', 'matter.merger_answers']::regclass[]) AS t;
GRANT SELECT, INSERT ON matter.mergers, matter.merger_answers TO yijitong_app;

ALTER TABLE matter.events DROP CONSTRAINT events_kind_check;
ALTER TABLE matter.events ADD CONSTRAINT events_kind_check CHECK (kind IN ('begun', 'step', 'handed', 'moved', 'linked',
    'migrated', 'split', 'released', 'merged', 'joined'));

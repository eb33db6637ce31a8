-- Calls about the same cause: one is worked, the others are tied to it and answered with its public answer. Each stays a
-- matter of its own. A tie ends when the leading one is answered, when it is untied, or when the leading one is closed
-- without an answer.
CREATE TABLE matter.ties (
    unit_id uuid NOT NULL,
    tie_id uuid NOT NULL,
    matter_id uuid NOT NULL,
    leading_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, tie_id),
    CHECK (matter_id <> leading_id)
);
CREATE INDEX ON matter.ties (unit_id, matter_id);
CREATE INDEX ON matter.ties (unit_id, leading_id);

CREATE TABLE matter.tie_ends (
    unit_id uuid NOT NULL,
    tie_id uuid NOT NULL,
    how text NOT NULL CHECK (how IN ('answered', 'untied', 'left')),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, tie_id)
);

SELECT shared.distribute(t) FROM unnest(ARRAY['matter.ties', 'matter.tie_ends']::regclass[]) AS t;
ALTER TABLE matter.ties
    ADD FOREIGN KEY (unit_id, matter_id) REFERENCES matter.matters,
    ADD FOREIGN KEY (unit_id, leading_id) REFERENCES matter.matters;
ALTER TABLE matter.tie_ends ADD FOREIGN KEY (unit_id, tie_id) REFERENCES matter.ties;
SELECT shared.protect(t) FROM unnest(ARRAY['matter.ties', 'matter.tie_ends']::regclass[]) AS t;
GRANT SELECT, INSERT ON matter.ties, matter.tie_ends TO yijitong_app;

ALTER TABLE matter.events DROP CONSTRAINT events_kind_check;
ALTER TABLE matter.events ADD CONSTRAINT events_kind_check CHECK (kind IN ('begun', 'step', 'handed', 'moved', 'linked',
    'migrated', 'split', 'released', 'merged', 'joined', 'tied', 'untied'));

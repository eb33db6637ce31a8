-- Who looked into what of a unit below, and why: asked once a day for each thing, never changed.
CREATE TABLE access.insights (
    unit_id uuid NOT NULL,
    account_id uuid NOT NULL,
    action text NOT NULL CHECK (length(action) <= 60),
    subject_id uuid NOT NULL,
    day date NOT NULL,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (unit_id, account_id, action, subject_id, day)
);
CREATE INDEX ON access.insights (unit_id, subject_id);
SELECT shared.distribute('access.insights');
SELECT shared.protect('access.insights');
GRANT SELECT, INSERT ON access.insights TO yijitong_app;

-- Templates that a unit puts in place of ours; taken back, they stay known.
CREATE SCHEMA paper;
GRANT USAGE ON SCHEMA paper TO yijitong_app;

CREATE TABLE paper.templates (
    unit_id uuid NOT NULL,
    template_id uuid NOT NULL,
    form text NOT NULL CHECK (length(form) BETWEEN 1 AND 60),
    file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
    content bytea NOT NULL CHECK (length(content) <= 2097152),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    removed_at timestamptz,
    PRIMARY KEY (unit_id, template_id)
);
CREATE UNIQUE INDEX ON paper.templates (unit_id, form) WHERE removed_at IS NULL;

SELECT shared.distribute('paper.templates');
SELECT shared.protect('paper.templates');
GRANT SELECT, INSERT ON paper.templates TO yijitong_app;
GRANT UPDATE (removed_at) ON paper.templates TO yijitong_app;

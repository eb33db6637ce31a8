-- What shows that a step was done: files put in beside a matter, and records of what was held.
CREATE TABLE matter.files (
    unit_id uuid NOT NULL,
    file_id uuid NOT NULL,
    matter_id uuid NOT NULL,
    hash bytea NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    format text NOT NULL,
    size int NOT NULL CHECK (size > 0),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, file_id)
);
CREATE INDEX ON matter.files (unit_id, matter_id);
CREATE INDEX ON matter.files (unit_id, hash);

-- Which step it showed, and for what it was asked. A file that no step names waits for whoever put it in.
CREATE TABLE matter.evidence (
    unit_id uuid NOT NULL,
    matter_id uuid NOT NULL,
    place int NOT NULL,
    field text NOT NULL CHECK (length(field) <= 60),
    file_id uuid,
    record_id uuid,
    PRIMARY KEY (unit_id, matter_id, place, field),
    CHECK ((file_id IS NULL) <> (record_id IS NULL))
);
CREATE INDEX ON matter.evidence (unit_id, file_id);
CREATE INDEX ON matter.evidence (unit_id, record_id);

SELECT shared.distribute(t) FROM unnest(ARRAY['matter.files', 'matter.evidence']::regclass[]) AS t;
ALTER TABLE matter.files
    ADD FOREIGN KEY (unit_id, matter_id) REFERENCES matter.matters,
    ADD FOREIGN KEY (unit_id, hash) REFERENCES document.contents;
ALTER TABLE matter.evidence
    ADD FOREIGN KEY (unit_id, matter_id, place) REFERENCES matter.events,
    ADD FOREIGN KEY (unit_id, file_id) REFERENCES matter.files,
    ADD FOREIGN KEY (unit_id, record_id) REFERENCES activity.records;
SELECT shared.protect(t) FROM unnest(ARRAY['matter.files', 'matter.evidence']::regclass[]) AS t;
GRANT SELECT, INSERT ON matter.files, matter.evidence TO yijitong_app;

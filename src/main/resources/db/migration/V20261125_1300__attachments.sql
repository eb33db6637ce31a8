-- Attachments: what was put in is stored once in each unit, found by what it is made of.
CREATE SCHEMA document;
GRANT USAGE ON SCHEMA document TO yijitong_app;

CREATE TABLE document.contents (
    unit_id uuid NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    format text NOT NULL CHECK (format IN ('pdf', 'jpeg', 'png', 'docx', 'xlsx')),
    content bytea NOT NULL,
    PRIMARY KEY (unit_id, hash)
);

CREATE TABLE activity.attachments (
    unit_id uuid NOT NULL,
    attachment_id uuid NOT NULL,
    record_id uuid NOT NULL,
    hash bytea NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    format text NOT NULL,
    size int NOT NULL CHECK (size > 0),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, attachment_id)
);
CREATE INDEX ON activity.attachments (unit_id, record_id);
CREATE INDEX ON activity.attachments (unit_id, hash);

-- Taken off a record; what was there stays known.
CREATE TABLE activity.attachment_removals (
    unit_id uuid NOT NULL,
    attachment_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, attachment_id)
);

SELECT shared.distribute(t) FROM unnest(ARRAY['document.contents', 'activity.attachments',
    'activity.attachment_removals']::regclass[]) AS t;
ALTER TABLE activity.attachments
    ADD FOREIGN KEY (unit_id, record_id) REFERENCES activity.records,
    ADD FOREIGN KEY (unit_id, hash) REFERENCES document.contents;
ALTER TABLE activity.attachment_removals ADD FOREIGN KEY (unit_id, attachment_id) REFERENCES activity.attachments;

SELECT shared.protect(t) FROM unnest(ARRAY['document.contents', 'activity.attachments',
    'activity.attachment_removals']::regclass[]) AS t;
GRANT SELECT, INSERT ON document.contents, activity.attachments, activity.attachment_removals TO yijitong_app;

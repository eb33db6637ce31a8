-- Who did what: one row in the transaction of every write. Appended only.
CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO yijitong_app;

CREATE TABLE audit.entries (
    unit_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    action text NOT NULL CHECK (length(action) BETWEEN 1 AND 80),
    subject_kind text NOT NULL CHECK (length(subject_kind) BETWEEN 1 AND 40),
    subject_id uuid NOT NULL,
    detail jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (unit_id, entry_id)
);
CREATE INDEX ON audit.entries (unit_id, subject_id, recorded_at);
SELECT shared.distribute('audit.entries');
SELECT shared.protect('audit.entries');
GRANT SELECT, INSERT ON audit.entries TO yijitong_app;

-- What concerns an account and no unit: sign-in, sign-out, one-time codes.
CREATE TABLE audit.identity_entries (
    entry_id uuid PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    account_id uuid,
    action text NOT NULL CHECK (length(action) BETWEEN 1 AND 80),
    detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX ON audit.identity_entries (account_id, recorded_at);
SELECT shared.replicate('audit.identity_entries');
GRANT SELECT, INSERT ON audit.identity_entries TO yijitong_app;

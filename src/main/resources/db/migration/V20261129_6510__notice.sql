-- Mail: one's own address, and what is to be sent.
CREATE SCHEMA notice;
GRANT USAGE ON SCHEMA notice TO yijitong_app, yijitong_rollup;

-- An address belongs to an account and to no unit; sealed with a key that lies outside the database.
CREATE TABLE notice.mailboxes (
    account_id uuid PRIMARY KEY,
    sealed bytea NOT NULL,
    recorded_at timestamptz NOT NULL
);

-- Days on which a unit's digest was put together, so that there is at most one.
CREATE TABLE notice.digests (
    unit_id uuid NOT NULL,
    day date NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (unit_id, day)
);

-- What leaves the house. Whoever sends one says so first (sending): after a crash nobody knows whether it has left, and it
-- is not sent again.
CREATE TABLE notice.outbox (
    unit_id uuid NOT NULL,
    notice_id uuid NOT NULL,
    account_id uuid NOT NULL,
    day date NOT NULL,
    subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
    body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
    recorded_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unknown')),
    attempts int NOT NULL,
    next_at timestamptz NOT NULL,
    PRIMARY KEY (unit_id, notice_id),
    UNIQUE (unit_id, account_id, day)
);
CREATE INDEX ON notice.outbox (unit_id, next_at) WHERE state = 'waiting';

-- That a matter was spoken of, once before and once after a day by which it was due.
CREATE TABLE matter.reminders (
    unit_id uuid NOT NULL,
    matter_id uuid NOT NULL,
    due_on date NOT NULL,
    side text NOT NULL CHECK (side IN ('before', 'after')),
    PRIMARY KEY (unit_id, matter_id, due_on, side)
);

SELECT shared.replicate('notice.mailboxes');
SELECT shared.distribute(t) FROM unnest(ARRAY['notice.digests', 'notice.outbox', 'matter.reminders']::regclass[]) AS t;
ALTER TABLE matter.reminders ADD FOREIGN KEY (unit_id, matter_id) REFERENCES matter.matters;
SELECT shared.protect(t) FROM unnest(ARRAY['notice.digests', 'notice.outbox', 'matter.reminders']::regclass[]) AS t;
GRANT SELECT, INSERT ON notice.mailboxes, notice.digests, notice.outbox, matter.reminders TO yijitong_app;
GRANT DELETE ON notice.mailboxes TO yijitong_app;
GRANT UPDATE (state, attempts, next_at) ON notice.outbox TO yijitong_app;

-- Whom mail reaches; the addresses stay here.
CREATE VIEW notice.v_mailboxes WITH (security_invoker = true) AS SELECT account_id FROM notice.mailboxes;
GRANT SELECT ON notice.v_mailboxes TO yijitong_app;
-- Who works where.
CREATE VIEW access.v_grants WITH (security_invoker = true) AS
SELECT unit_id, account_id, organization_id, role, valid_from, valid_to FROM access.grants;
GRANT SELECT ON access.v_grants TO yijitong_app;

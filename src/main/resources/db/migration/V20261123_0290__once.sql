-- Idempotency keys: a second sending of one form finds what the first one did.
CREATE TABLE shared.once_keys (
    unit_id uuid NOT NULL,
    account_id uuid NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
    fingerprint text NOT NULL CHECK (length(fingerprint) <= 200),
    -- Null only inside the transaction that does the work.
    location text CHECK (length(location) <= 500),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (unit_id, account_id, key)
);
CREATE INDEX ON shared.once_keys (recorded_at);

SELECT shared.distribute('shared.once_keys');
SELECT shared.protect('shared.once_keys');
GRANT SELECT, INSERT, DELETE ON shared.once_keys TO yijitong_app;
GRANT UPDATE (location) ON shared.once_keys TO yijitong_app;

-- Keys past their seven days belong to no running work: the purge may see and remove them in every unit at once.
CREATE POLICY expired_seen ON shared.once_keys FOR SELECT TO yijitong_app
    USING (recorded_at < now() - interval '7 days');
CREATE POLICY expired_removed ON shared.once_keys FOR DELETE TO yijitong_app
    USING (recorded_at < now() - interval '7 days');

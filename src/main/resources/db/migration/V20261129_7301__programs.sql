-- Keys by which programs raise something at the door of a unit (Open311): kept as their SHA-256. Without a hash the row
-- lets every program in. What was withdrawn stays, beside the row that says so.
CREATE TABLE matter.open311_keys (
    unit_id uuid NOT NULL,
    key_id uuid NOT NULL,
    key_hash bytea CHECK (length(key_hash) = 32),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, key_id)
);

CREATE TABLE matter.open311_withdrawals (
    unit_id uuid NOT NULL,
    key_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, key_id)
);

CREATE INDEX ON matter.matters (unit_id, flow, begun_on);

SELECT shared.distribute(t)
FROM unnest(ARRAY['matter.open311_keys', 'matter.open311_withdrawals']::regclass[]) AS t;
ALTER TABLE matter.open311_withdrawals ADD FOREIGN KEY (unit_id, key_id) REFERENCES matter.open311_keys;
SELECT shared.protect(t) FROM unnest(ARRAY['matter.open311_keys', 'matter.open311_withdrawals']::regclass[]) AS t;
GRANT SELECT, INSERT ON matter.open311_keys, matter.open311_withdrawals TO yijitong_app;

-- The door for those who raise something without holding a post: the hotline, complaints, corrections of personal data.
-- Who raised a matter: at most a person of the roster, whose record is to be corrected, and a name and a telephone, sealed
-- with a key that lies outside the database.
CREATE TABLE matter.askers (
    unit_id uuid NOT NULL,
    matter_id uuid NOT NULL,
    person_id uuid,
    sealed bytea,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (unit_id, matter_id)
);

-- By which a matter is found again from outside; the code itself is kept nowhere. The account is that of whoever was
-- signed in and wished to be known. It belongs to no unit: who comes with a code knows none.
CREATE TABLE matter.receipts (
    code_hash bytea PRIMARY KEY CHECK (length(code_hash) = 32),
    unit_id uuid NOT NULL,
    matter_id uuid NOT NULL UNIQUE,
    flow text NOT NULL CHECK (length(flow) <= 60),
    account_id uuid,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX ON matter.receipts (account_id, recorded_at);

-- For slowing down floods and guessing: a day, by an address cut short, which names an office and not a person.
CREATE TABLE matter.door_attempts (
    attempt_id uuid PRIMARY KEY,
    address text NOT NULL CHECK (length(address) <= 60),
    kind text NOT NULL CHECK (kind IN ('ask', 'look')),
    attempted_at timestamptz NOT NULL
);
CREATE INDEX ON matter.door_attempts (address, kind, attempted_at);
CREATE INDEX ON matter.door_attempts (attempted_at);

SELECT shared.distribute('matter.askers');
SELECT shared.replicate(t) FROM unnest(ARRAY['matter.receipts', 'matter.door_attempts']::regclass[]) AS t;
ALTER TABLE matter.askers ADD FOREIGN KEY (unit_id, matter_id) REFERENCES matter.matters;
SELECT shared.protect('matter.askers');
GRANT SELECT, INSERT ON matter.askers, matter.receipts, matter.door_attempts TO yijitong_app;
GRANT DELETE ON matter.door_attempts TO yijitong_app;

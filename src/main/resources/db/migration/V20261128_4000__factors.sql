-- The second step of signing in: a secret shared with the authenticator on someone's phone (RFC 6238), and codes to get
-- in without it. Identity data, as accounts are.
CREATE TABLE access.factors (
    account_id uuid PRIMARY KEY,
    -- Closed with a key outside the database (AES-256-GCM), bound to the account.
    sealed bytea NOT NULL CHECK (length(sealed) BETWEEN 40 AND 80),
    set_at timestamptz NOT NULL,
    -- The latest step of 30 seconds whose code was taken: none is taken twice.
    last_step bigint NOT NULL CHECK (last_step >= 0)
);

CREATE TABLE access.recovery_codes (
    account_id uuid NOT NULL,
    -- HMAC-SHA-256 with a key outside the database.
    code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
    used_at timestamptz,
    PRIMARY KEY (account_id, code_hash)
);

SELECT shared.replicate(t) FROM unnest(ARRAY['access.factors', 'access.recovery_codes']::regclass[]) AS t;

ALTER TABLE access.factors ADD FOREIGN KEY (account_id) REFERENCES access.accounts;
ALTER TABLE access.recovery_codes ADD FOREIGN KEY (account_id) REFERENCES access.accounts;

-- A session whose holder has given the password, and no more.
ALTER TABLE access.sessions ADD COLUMN awaits_code boolean NOT NULL DEFAULT false;

GRANT SELECT, INSERT, DELETE ON access.factors, access.recovery_codes TO yijitong_app;
GRANT UPDATE (last_step) ON access.factors TO yijitong_app;
GRANT UPDATE (used_at) ON access.recovery_codes TO yijitong_app;

-- Accounts and what they may do. Identity data: belongs to no unit, reached only by the statements of module access;
-- unit data refers to an account by id, without a foreign key.
CREATE SCHEMA access;
GRANT USAGE ON SCHEMA access TO yijitong_app;

CREATE TABLE access.accounts (
    account_id uuid PRIMARY KEY,
    name text NOT NULL CHECK (length(name) BETWEEN 2 AND 40),
    -- The name as compared: one width, lower case.
    name_key text NOT NULL UNIQUE,
    display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 60),
    -- The unit whose administrator looks after the account: only that one can issue a code or suspend it.
    home_unit_id uuid NOT NULL,
    -- Null until the holder has chosen a password with a one-time code.
    password_hash text,
    must_change boolean NOT NULL,
    disabled_at timestamptz,
    created_at timestamptz NOT NULL
);
CREATE INDEX ON access.accounts (home_unit_id, name_key);

-- A post to work as: a role over the subtree of one organization, from a day to before a day.
CREATE TABLE access.grants (
    account_id uuid NOT NULL,
    grant_id uuid NOT NULL,
    role text NOT NULL CHECK (role ~ '^[a-z-]{1,40}$'),
    unit_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    -- The name of the organization when the post was given.
    place text NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    PRIMARY KEY (account_id, grant_id),
    CHECK (valid_from <= valid_to)
);
CREATE INDEX ON access.grants (unit_id, account_id);

CREATE TABLE access.sessions (
    -- SHA-256 of the cookie: a reader of this table cannot act as anyone.
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    session_id uuid NOT NULL UNIQUE,
    account_id uuid NOT NULL,
    grant_id uuid,
    -- The name of the post's organization, as it was when the session took up the post.
    place text NOT NULL,
    created_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    device text NOT NULL CHECK (length(device) <= 200)
);
CREATE INDEX ON access.sessions (account_id, grant_id);
CREATE INDEX ON access.sessions (seen_at);

CREATE TABLE access.reset_codes (
    code_hash bytea PRIMARY KEY CHECK (length(code_hash) = 32),
    account_id uuid NOT NULL,
    issued_by uuid NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX ON access.reset_codes (account_id);
CREATE INDEX ON access.reset_codes (issued_by);

-- For slowing down guessing: kept 30 days, by the hash of the typed name, known or not.
CREATE TABLE access.sign_in_attempts (
    attempt_id uuid PRIMARY KEY,
    name_hash bytea NOT NULL CHECK (length(name_hash) = 32),
    address text NOT NULL CHECK (length(address) <= 60),
    attempted_at timestamptz NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('open', 'failed', 'succeeded', 'held'))
);
CREATE INDEX ON access.sign_in_attempts (name_hash, attempted_at);
CREATE INDEX ON access.sign_in_attempts (address, attempted_at);
CREATE INDEX ON access.sign_in_attempts (attempted_at);

CREATE TABLE access.api_tokens (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    token_id uuid NOT NULL UNIQUE,
    account_id uuid NOT NULL,
    grant_id uuid NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);
CREATE INDEX ON access.api_tokens (account_id, grant_id);

SELECT shared.replicate(t) FROM unnest(ARRAY['access.accounts', 'access.grants', 'access.sessions',
    'access.reset_codes', 'access.sign_in_attempts', 'access.api_tokens']::regclass[]) AS t;

ALTER TABLE access.grants ADD FOREIGN KEY (account_id) REFERENCES access.accounts;
ALTER TABLE access.sessions ADD FOREIGN KEY (account_id) REFERENCES access.accounts,
    ADD FOREIGN KEY (account_id, grant_id) REFERENCES access.grants;
ALTER TABLE access.reset_codes ADD FOREIGN KEY (account_id) REFERENCES access.accounts,
    ADD FOREIGN KEY (issued_by) REFERENCES access.accounts;
ALTER TABLE access.api_tokens ADD FOREIGN KEY (account_id) REFERENCES access.accounts,
    ADD FOREIGN KEY (account_id, grant_id) REFERENCES access.grants;

GRANT SELECT, INSERT ON access.accounts, access.grants, access.reset_codes, access.api_tokens TO yijitong_app;
GRANT UPDATE (password_hash, must_change, disabled_at) ON access.accounts TO yijitong_app;
GRANT UPDATE (valid_to) ON access.grants TO yijitong_app;
GRANT UPDATE (used_at) ON access.reset_codes TO yijitong_app;
GRANT UPDATE (revoked_at) ON access.api_tokens TO yijitong_app;
GRANT SELECT, INSERT, DELETE ON access.sessions, access.sign_in_attempts TO yijitong_app;
GRANT UPDATE (seen_at) ON access.sessions TO yijitong_app;
GRANT UPDATE (outcome) ON access.sign_in_attempts TO yijitong_app;

-- Accounts tied to an identity at a provider outside (OpenID Connect). Identity data, as accounts are.
CREATE TABLE access.outside_identities (
    account_id uuid PRIMARY KEY,
    issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    -- HMAC-SHA-256 over issuer and subject, with a key outside the database: a subject may be a number of one's papers.
    subject_hash bytea NOT NULL CHECK (length(subject_hash) = 32),
    connected_at timestamptz NOT NULL,
    UNIQUE (issuer, subject_hash)
);

SELECT shared.replicate('access.outside_identities');

ALTER TABLE access.outside_identities ADD FOREIGN KEY (account_id) REFERENCES access.accounts;

-- By what somebody signed in.
ALTER TABLE access.sessions ADD COLUMN way text NOT NULL DEFAULT 'password' CHECK (way IN ('password', 'identity'));
ALTER TABLE access.sign_in_attempts ADD COLUMN way text NOT NULL DEFAULT 'password'
    CHECK (way IN ('password', 'identity'));

GRANT SELECT, INSERT, DELETE ON access.outside_identities TO yijitong_app;

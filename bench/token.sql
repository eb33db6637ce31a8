-- As session.sql, and a program of that officer, whose token is "bench".
\ir session.sql
INSERT INTO access.api_tokens (token_hash, token_id, account_id, grant_id, name, created_at, expires_at)
VALUES (sha256('bench'), :'unit', :'unit', :'unit', 'bench', now(), now() + interval '1 day')
ON CONFLICT (token_hash) DO UPDATE SET token_id = excluded.token_id, account_id = excluded.account_id,
    grant_id = excluded.grant_id, expires_at = excluded.expires_at, revoked_at = NULL;

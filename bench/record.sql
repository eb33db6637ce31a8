-- An officer of one unit of ledger.sql, who writes through the interface with the token "bench".
\set ON_ERROR_STOP on
SELECT md5('ledger unit 1')::uuid AS unit, md5('ledger 1 0')::uuid AS top \gset
\ir session.sql
INSERT INTO access.api_tokens (token_hash, token_id, account_id, grant_id, name, created_at, expires_at)
VALUES (sha256('bench'), :'unit', :'unit', :'unit', 'bench', now(), now() + interval '1 day')
ON CONFLICT (token_hash) DO UPDATE SET expires_at = excluded.expires_at, revoked_at = NULL;

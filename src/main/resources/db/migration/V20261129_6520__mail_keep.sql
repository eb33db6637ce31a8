-- Whoever may not sign in works nowhere, and gets no mail.
CREATE OR REPLACE VIEW access.v_grants WITH (security_invoker = true) AS
SELECT g.unit_id, g.account_id, g.organization_id, g.role, g.valid_from, g.valid_to
FROM access.grants g
JOIN access.accounts a ON a.account_id = g.account_id AND a.disabled_at IS NULL;

-- Digests are removed some days after they were written.
GRANT DELETE ON notice.outbox TO yijitong_app;
CREATE INDEX ON notice.outbox (unit_id, recorded_at);

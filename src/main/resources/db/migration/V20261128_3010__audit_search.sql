-- Who did something, and when something was done, newest first.
CREATE INDEX ON audit.entries (unit_id, account_id, entry_id);
CREATE INDEX ON audit.entries (unit_id, action, entry_id);

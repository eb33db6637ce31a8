-- Flows are written in the browser as mechanisms are: the same two persons, the same checks of the database.
ALTER TABLE mechanism.drafts ADD COLUMN kind text NOT NULL DEFAULT 'mechanism' CHECK (kind IN ('mechanism', 'flow'));

-- The pieces a matter is found by are written by the statement that writes the matter, which nobody may delete, and are
-- read by piece: looking up the parent of each and a second index were half of what they cost.
ALTER TABLE matter.tokens DROP CONSTRAINT tokens_unit_id_matter_id_fkey;
DROP INDEX matter.tokens_unit_id_matter_id_idx;

-- The planner keeps no list of the units it has seen: one that is not on the list is taken for empty, and is read whole
-- for each record until the next analysis, which for a new unit in a large province may be weeks away.
ALTER TABLE ledger.facts ALTER COLUMN unit_id SET STATISTICS 0;
ALTER TABLE ledger.fact_people ALTER COLUMN unit_id SET STATISTICS 0;
ALTER TABLE ledger.obligations ALTER COLUMN unit_id SET STATISTICS 0;
ALTER TABLE ledger.contributions ALTER COLUMN unit_id SET STATISTICS 0;
ALTER TABLE ledger.standings ALTER COLUMN unit_id SET STATISTICS 0;

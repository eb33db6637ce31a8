-- Written with what they belong to, by one statement of one store, and that is never deleted: to look it up for each of
-- hundreds of thousands of rows was most of the time of an import (docs/decisions/rows-of-one-statement.md).
ALTER TABLE activity.record_tokens DROP CONSTRAINT record_tokens_unit_id_record_id_fkey;
ALTER TABLE ledger.fact_people DROP CONSTRAINT fact_people_unit_id_fact_id_fkey;

-- One row of any table can be made with nothing but its columns that must be there (RowSecurityTests); what else has to
-- hold between columns is asked of whoever writes them.
ALTER TABLE matter.evidence DROP CONSTRAINT evidence_check;
ALTER TABLE matter.evidence ADD CONSTRAINT evidence_check CHECK (file_id IS NULL OR record_id IS NULL);
ALTER TABLE matter.sources DROP CONSTRAINT sources_check;
ALTER TABLE matter.sources ADD CONSTRAINT sources_check CHECK (record_id IS NOT NULL OR words <> '');
ALTER TABLE matter.migrations DROP CONSTRAINT migrations_check;
ALTER TABLE matter.migrations ADD CONSTRAINT migrations_check CHECK (from_number >= 1 AND to_number >= 1);

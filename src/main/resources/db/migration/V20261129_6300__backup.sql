-- Backups read every row as the owner of the tables, when the owner itself is signed in: a function that runs as the owner
-- for somebody else sees no more than before.
CREATE OR REPLACE FUNCTION shared.protect(relation regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', relation);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', relation);
    EXECUTE format('CREATE POLICY unit_only ON %s TO yijitong_app USING (unit_id = shared.unit())', relation);
    EXECUTE format('CREATE POLICY below_root ON %s FOR SELECT TO yijitong_rollup USING (unit_id IN '
        '(SELECT p.unit_id FROM organization.unit_paths p WHERE p.ancestor_id = shared.root() '
        'AND p.recorded_to = ''infinity'' AND p.valid_to = ''infinity''))', relation);
    EXECUTE format('CREATE POLICY backup ON %s FOR SELECT TO yijitong_owner USING (session_user = current_user)', relation);
END $$;

DO $$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN SELECT c.oid FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relforcerowsecurity
    LOOP
        EXECUTE format('CREATE POLICY backup ON %s FOR SELECT TO yijitong_owner USING (session_user = current_user)', relation);
    END LOOP;
END $$;

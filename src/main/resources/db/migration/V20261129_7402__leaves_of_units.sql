-- The entries of two units may bear the same id, as all rows of units may: what came in from another server was numbered
-- there. One such pair must not keep the whole log from being numbered and signed.
ALTER TABLE audit.leaves DROP CONSTRAINT leaves_entry_id_key;
ALTER TABLE audit.leaves ADD UNIQUE NULLS NOT DISTINCT (entry_id, of_unit);

CREATE OR REPLACE FUNCTION audit.append(most int) RETURNS TABLE (leaf_index bigint, leaf bytea)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH first AS MATERIALIZED (
        SELECT q.entry_id, q.unit_id
        FROM (SELECT w.entry_id, w.unit_id FROM audit.waiting w
            UNION ALL SELECT i.entry_id, NULL FROM audit.identity_waiting i) AS q
        ORDER BY q.entry_id, q.unit_id
        LIMIT most),
    of_units AS (
        DELETE FROM audit.waiting w USING first f WHERE w.unit_id = f.unit_id AND w.entry_id = f.entry_id
        RETURNING w.entry_id, w.unit_id, w.leaf),
    of_accounts AS (
        DELETE FROM audit.identity_waiting i USING first f WHERE f.unit_id IS NULL AND i.entry_id = f.entry_id
        RETURNING i.entry_id, i.leaf)
    INSERT INTO audit.leaves (leaf_index, entry_id, of_unit, leaf)
    SELECT coalesce((SELECT max(l.leaf_index) FROM audit.leaves l), -1)
            + row_number() OVER (ORDER BY t.entry_id, t.unit_id),
        t.entry_id, t.unit_id, t.leaf
    FROM (SELECT * FROM of_units UNION ALL SELECT entry_id, NULL, leaf FROM of_accounts) AS t
    ORDER BY t.entry_id, t.unit_id
    RETURNING leaves.leaf_index, leaves.leaf
$$;

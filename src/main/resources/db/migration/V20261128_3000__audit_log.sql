-- The log as a tree of hashes (RFC 9162 §2.1). A leaf is the hash of one line of text; the line carries a salted hash of
-- the detail, so that a detail can be erased and the tree stays as it is.
ALTER TABLE audit.entries ADD salt bytea DEFAULT uuid_send(gen_random_uuid()), ADD detail_hash bytea;
ALTER TABLE audit.identity_entries ADD salt bytea DEFAULT uuid_send(gen_random_uuid()), ADD detail_hash bytea;

CREATE FUNCTION audit.detail_hash(salt bytea, detail jsonb) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256(salt || convert_to(detail::text, 'UTF8'));

-- Fields parted by tabs, none of which can hold one; a hyphen where there is nothing.
CREATE FUNCTION audit.line(entry_id uuid, unit_id uuid, recorded_at timestamptz, account_id uuid, action text,
    subject_kind text, subject_id uuid, detail_hash bytea) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN concat_ws(E'\t', entry_id, coalesce(unit_id::text, '-'),
    to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), coalesce(account_id::text, '-'), action,
    coalesce(subject_kind, '-'), coalesce(subject_id::text, '-'), encode(detail_hash, 'hex'));

CREATE FUNCTION audit.leaf(line text) RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256('\x00'::bytea || convert_to(line, 'UTF8'));

-- Leaves without a number yet, written with their entries.
CREATE TABLE audit.waiting (
    unit_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    leaf bytea NOT NULL CHECK (length(leaf) = 32),
    PRIMARY KEY (unit_id, entry_id)
);
CREATE TABLE audit.identity_waiting (
    entry_id uuid PRIMARY KEY,
    leaf bytea NOT NULL CHECK (length(leaf) = 32)
);

-- The leaves in their order, from 0; of_unit is null for what concerns an account and no unit.
CREATE TABLE audit.leaves (
    leaf_index bigint PRIMARY KEY CHECK (leaf_index >= 0),
    entry_id uuid NOT NULL UNIQUE,
    of_unit uuid,
    leaf bytea NOT NULL CHECK (length(leaf) = 32)
);

-- Every eighth level of the tree, of complete subtrees only: what lies between is worked out when asked for.
CREATE TABLE audit.nodes (
    level int NOT NULL CHECK (level > 0 AND level % 8 = 0),
    node_index bigint NOT NULL CHECK (node_index >= 0),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, node_index)
);

-- What was signed. The size of a checkpoint is the number of leaves at that moment.
CREATE TABLE audit.checkpoints (
    checkpoint_number bigint PRIMARY KEY CHECK (checkpoint_number > 0),
    size bigint NOT NULL CHECK (size >= 0),
    signed_at timestamptz NOT NULL,
    note text NOT NULL CHECK (length(note) <= 1000)
);
CREATE INDEX ON audit.checkpoints (size);

SELECT shared.distribute('audit.waiting');
SELECT shared.replicate(t) FROM unnest(ARRAY['audit.identity_waiting', 'audit.leaves', 'audit.nodes',
    'audit.checkpoints']::regclass[]) AS t;
SELECT shared.protect('audit.waiting');

-- What was written before there was a tree. No policy lets the owner see entries, so the policies rest meanwhile.
ALTER TABLE audit.entries NO FORCE ROW LEVEL SECURITY;
ALTER TABLE audit.waiting NO FORCE ROW LEVEL SECURITY;
UPDATE audit.entries SET detail_hash = audit.detail_hash(salt, detail);
UPDATE audit.identity_entries SET detail_hash = audit.detail_hash(salt, detail);
INSERT INTO audit.waiting (unit_id, entry_id, leaf)
SELECT unit_id, entry_id, audit.leaf(audit.line(entry_id, unit_id, recorded_at, account_id, action, subject_kind,
    subject_id, detail_hash))
FROM audit.entries;
INSERT INTO audit.identity_waiting (entry_id, leaf)
SELECT entry_id, audit.leaf(audit.line(entry_id, NULL, recorded_at, account_id, action, NULL, NULL, detail_hash))
FROM audit.identity_entries;
ALTER TABLE audit.entries FORCE ROW LEVEL SECURITY;
ALTER TABLE audit.waiting FORCE ROW LEVEL SECURITY;

ALTER TABLE audit.entries ALTER detail_hash SET NOT NULL, ALTER detail DROP NOT NULL, ALTER detail DROP DEFAULT,
    ALTER salt DROP DEFAULT,
    ADD CHECK (length(detail_hash) = 32), ADD CHECK ((detail IS NULL) = (salt IS NULL)),
    ADD CHECK (action !~ '[[:cntrl:]]'), ADD CHECK (subject_kind !~ '[[:cntrl:]]');
ALTER TABLE audit.identity_entries ALTER detail_hash SET NOT NULL, ALTER detail DROP NOT NULL, ALTER detail DROP DEFAULT,
    ALTER salt DROP DEFAULT,
    ADD CHECK (length(detail_hash) = 32), ADD CHECK ((detail IS NULL) = (salt IS NULL)),
    ADD CHECK (action !~ '[[:cntrl:]]');

-- Whoever checks the log reads it whole, as the owner. The application sees the unit it serves.
CREATE POLICY any_unit ON audit.entries FOR SELECT TO yijitong_owner USING (true);
CREATE POLICY any_unit ON audit.waiting TO yijitong_owner USING (true);

-- Numbers what is committed, oldest first, at most so many. The caller holds the lock of the log. The application can
-- neither take a leaf out of the queue nor put one into the order by any other way.
CREATE FUNCTION audit.append(most int) RETURNS TABLE (leaf_index bigint, leaf bytea)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH first AS MATERIALIZED (
        SELECT q.entry_id
        FROM (SELECT w.entry_id FROM audit.waiting w UNION ALL SELECT i.entry_id FROM audit.identity_waiting i) AS q
        ORDER BY q.entry_id
        LIMIT most),
    of_units AS (
        DELETE FROM audit.waiting w USING first f WHERE w.entry_id = f.entry_id
        RETURNING w.entry_id, w.unit_id, w.leaf),
    of_accounts AS (
        DELETE FROM audit.identity_waiting i USING first f WHERE i.entry_id = f.entry_id
        RETURNING i.entry_id, i.leaf)
    INSERT INTO audit.leaves (leaf_index, entry_id, of_unit, leaf)
    SELECT coalesce((SELECT max(l.leaf_index) FROM audit.leaves l), -1) + row_number() OVER (ORDER BY t.entry_id),
        t.entry_id, t.unit_id, t.leaf
    FROM (SELECT * FROM of_units UNION ALL SELECT entry_id, NULL, leaf FROM of_accounts) AS t
    ORDER BY t.entry_id
    RETURNING leaves.leaf_index, leaves.leaf
$$;
REVOKE EXECUTE ON FUNCTION audit.append(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.append(int) TO yijitong_app;

GRANT INSERT ON audit.waiting, audit.identity_waiting TO yijitong_app;
GRANT SELECT ON audit.leaves TO yijitong_app;
GRANT SELECT, INSERT ON audit.nodes, audit.checkpoints TO yijitong_app;

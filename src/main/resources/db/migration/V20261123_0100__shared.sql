-- What every schema uses: the unit of the running transaction, placement on many machines, row-level security.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE SCHEMA shared;
GRANT USAGE ON SCHEMA shared TO yijitong_app, yijitong_rollup;

-- The unit that Db.in() named last in this transaction; null when none, and then no row of any unit is visible.
CREATE FUNCTION shared.unit() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.unit', true), '')::uuid;

-- The unit at the top of a roll-up (Db.across()).
CREATE FUNCTION shared.root() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.root', true), '')::uuid;

-- Placement: does nothing on one machine. With Citus, unit data is spread by unit_id and definitions are copied.
CREATE FUNCTION shared.distribute(relation regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        EXECUTE format('SELECT create_distributed_table(%L, ''unit_id'')', relation);
    END IF;
END $$;

CREATE FUNCTION shared.replicate(relation regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'citus') THEN
        EXECUTE format('SELECT create_reference_table(%L)', relation);
    END IF;
END $$;

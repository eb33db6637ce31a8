-- Bundles: all rows of one unit, read from whatever tables the catalogue knows, so that no table is forgotten. What the
-- caller may read or write, and of which unit, is decided by the caller's own rights and policies.
CREATE SCHEMA operation;
GRANT USAGE ON SCHEMA operation TO yijitong_app;

-- Bundles are exchanged between servers of the same schema only.
CREATE FUNCTION operation.schema_version() RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    RETURN (SELECT version FROM public.flyway_schema_history
            WHERE version IS NOT NULL AND success ORDER BY installed_rank DESC LIMIT 1);
END
$$;
REVOKE ALL ON FUNCTION operation.schema_version() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operation.schema_version() TO yijitong_app;

-- Every table with a unit in its rows, and how many tables its foreign keys stand on, one on another: 0 for none.
CREATE FUNCTION operation.unit_tables() RETURNS TABLE (name text, level int)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    WITH RECURSIVE ours AS (
        SELECT c.oid
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'unit_id' AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
          AND n.nspname NOT IN ('pg_catalog', 'information_schema')
    ), stands AS (
        SELECT oid, 0 AS level FROM ours
        UNION
        SELECT k.conrelid, s.level + 1
        FROM stands s
        JOIN pg_constraint k ON k.confrelid = s.oid AND k.contype = 'f' AND k.conrelid <> k.confrelid
        JOIN ours o ON o.oid = k.conrelid
        WHERE s.level < 50
    )
    SELECT oid::regclass::text, max(level) FROM stands GROUP BY oid ORDER BY 2, 1
$$;

-- The columns that somebody wrote, which leaves out what the database works out by itself.
CREATE FUNCTION operation.written_columns(of_table regclass) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = of_table AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
$$;

-- The rows of a unit in the order of their keys, each as a JSON object; times in UTC, bytes in hexadecimal. Of a column
-- of files it gives the SHA-256 of each.
CREATE FUNCTION operation.unit_rows(unit uuid, of_table regclass, file_column name) RETURNS SETOF text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE
    keys text := (SELECT string_agg(format('t.%I', a.attname), ', ' ORDER BY array_position(i.indkey::int2[], a.attnum))
                  FROM pg_index i
                  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey::int2[])
                  WHERE i.indrelid = of_table AND i.indisprimary);
    columns text := (SELECT string_agg(CASE WHEN c = file_column THEN format('encode(sha256(t.%I), ''hex'') AS %1$I', c)
                                            ELSE format('t.%I', c) END, ', ' ORDER BY n)
                     FROM unnest(operation.written_columns(of_table)) WITH ORDINALITY AS w(c, n));
BEGIN
    RETURN QUERY EXECUTE format('SELECT to_jsonb(r)::text FROM (SELECT %s FROM %s t WHERE t.unit_id = $1 ORDER BY %s) r',
        columns, of_table, keys) USING unit;
END
$$;

-- What a row of unit_rows holds as a file.
CREATE FUNCTION operation.unit_file(unit uuid, of_table regclass, file_column name, of_row jsonb) RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog SET timezone = 'UTC' AS $$
DECLARE
    matches text := (SELECT string_agg(format('t.%I = r.%1$I', a.attname), ' AND ')
                     FROM pg_index i
                     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey::int2[])
                     WHERE i.indrelid = of_table AND i.indisprimary);
    found bytea;
BEGIN
    EXECUTE format('SELECT t.%I FROM jsonb_populate_record(NULL::%s, $2) r JOIN %2$s t ON t.unit_id = $1 AND %s',
        file_column, of_table, matches) INTO STRICT found USING unit, of_row - file_column::text;
    RETURN found;
END
$$;

-- The duties, by their version where it is known, that the rows of a unit name.
CREATE FUNCTION operation.unit_duties(unit uuid) RETURNS TABLE (duty_id uuid, duty_version_id uuid)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
DECLARE
    named record;
BEGIN
    FOR named IN
        SELECT t.name, a.attname FROM operation.unit_tables() t
        JOIN pg_attribute a ON a.attrelid = t.name::regclass AND a.attname IN ('duty_id', 'duty_version_id')
            AND NOT a.attisdropped
    LOOP
        RETURN QUERY EXECUTE CASE named.attname
            WHEN 'duty_id' THEN format('SELECT DISTINCT duty_id, NULL::uuid FROM %s WHERE unit_id = $1', named.name)
            ELSE format('SELECT DISTINCT NULL::uuid, duty_version_id FROM %s WHERE unit_id = $1', named.name)
        END USING unit;
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION operation.unit_tables(), operation.written_columns(regclass),
    operation.unit_rows(uuid, regclass, name), operation.unit_file(uuid, regclass, name, jsonb),
    operation.unit_duties(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operation.unit_tables(), operation.written_columns(regclass),
    operation.unit_rows(uuid, regclass, name), operation.unit_file(uuid, regclass, name, jsonb),
    operation.unit_duties(uuid) TO yijitong_app;

-- Documents as they were published, word for word.
CREATE VIEW mechanism.v_documents AS
SELECT mechanism, number, pack, since, until, published_on, content FROM mechanism.versions;
GRANT SELECT ON mechanism.v_documents TO yijitong_app;

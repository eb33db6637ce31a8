-- Matters in bundles. Versions of flows have other ids on every server: on the way they are called by flow, number and
-- the SHA-256 of their text.
CREATE VIEW matter.v_flows AS
SELECT version_id, flow, number, pack, content, encode(sha256(convert_to(content, 'UTF8')), 'hex') AS sha256
FROM matter.flow_versions;
GRANT SELECT ON matter.v_flows TO yijitong_app;

-- The versions of flows that the matters of a unit follow.
CREATE FUNCTION operation.unit_flows(unit uuid) RETURNS TABLE (version_id uuid)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT DISTINCT m.version_id FROM matter.matters m WHERE m.unit_id = unit
$$;
REVOKE ALL ON FUNCTION operation.unit_flows(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operation.unit_flows(uuid) TO yijitong_app;

-- Columns of a table whose ids every server gives by itself, so that they are renamed on the way.
CREATE FUNCTION operation.renamed_columns(of_table regclass) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(a.attname::text), '{}') FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE a.attrelid = of_table AND a.attnum > 0 AND NOT a.attisdropped
      AND (a.attname IN ('duty_id', 'duty_version_id') OR (n.nspname = 'matter' AND a.attname = 'version_id'))
$$;
REVOKE ALL ON FUNCTION operation.renamed_columns(regclass) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operation.renamed_columns(regclass) TO yijitong_app;

CREATE OR REPLACE FUNCTION operation.take_rows(unit uuid, into_table regclass, file_column name, renamed jsonb)
RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog SET timezone = 'UTC' AS $$
DECLARE
    written text[] := operation.written_columns(into_table);
    named text[] := operation.renamed_columns(into_table);
    chosen text := (SELECT string_agg(CASE
                        WHEN c = file_column THEN 'b.file'
                        WHEN c = ANY(named) THEN format('($1 ->> r.%I::text)::uuid', c)
                        ELSE format('r.%I', c) END, ', ' ORDER BY n)
                    FROM unnest(written) WITH ORDINALITY AS w(c, n));
    odd bigint;
    taken bigint;
BEGIN
    SELECT count(*) INTO odd FROM pg_temp.bundle_rows b
    WHERE jsonb_typeof(b.line) <> 'object' OR NOT b.line ?& written OR b.line - written <> '{}'
       OR b.line ->> 'unit_id' IS DISTINCT FROM unit::text
       OR EXISTS (SELECT FROM unnest(named) AS d(c)
                  WHERE b.line ->> d.c IS NOT NULL AND NOT renamed ? (b.line ->> d.c));
    IF odd > 0 THEN
        RAISE data_exception USING MESSAGE =
            format('rows with other columns, of another unit or of unknown duties or flows: %s', odd);
    END IF;
    EXECUTE format('INSERT INTO %s (%s) SELECT %s FROM pg_temp.bundle_rows b '
        'CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$s, b.line) r',
        into_table, (SELECT string_agg(quote_ident(c), ', ' ORDER BY n) FROM unnest(written) WITH ORDINALITY AS w(c, n)),
        chosen) USING renamed;
    GET DIAGNOSTICS taken = ROW_COUNT;
    TRUNCATE pg_temp.bundle_rows;
    RETURN taken;
END
$$;

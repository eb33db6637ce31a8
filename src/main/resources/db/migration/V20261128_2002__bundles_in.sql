-- Bundles coming in. Their lines lie in a table of the transaction, bundle_rows (line jsonb, file bytea); a table takes
-- all of its rows in one statement, so that rows may point at rows of the same table that come later.
CREATE FUNCTION operation.take_rows(unit uuid, into_table regclass, file_column name, renamed jsonb) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog SET timezone = 'UTC' AS $$
DECLARE
    written text[] := operation.written_columns(into_table);
    chosen text := (SELECT string_agg(CASE
                        WHEN c = file_column THEN 'b.file'
                        WHEN c IN ('duty_id', 'duty_version_id') THEN format('($1 ->> r.%I::text)::uuid', c)
                        ELSE format('r.%I', c) END, ', ' ORDER BY n)
                    FROM unnest(written) WITH ORDINALITY AS w(c, n));
    odd bigint;
    taken bigint;
BEGIN
    SELECT count(*) INTO odd FROM pg_temp.bundle_rows b
    WHERE jsonb_typeof(b.line) <> 'object' OR NOT b.line ?& written OR b.line - written <> '{}'
       OR b.line ->> 'unit_id' IS DISTINCT FROM unit::text
       OR EXISTS (SELECT FROM unnest(ARRAY[b.line ->> 'duty_id', b.line ->> 'duty_version_id']) AS d(id)
                  WHERE d.id IS NOT NULL AND NOT renamed ? d.id);
    IF odd > 0 THEN
        RAISE data_exception USING MESSAGE = format('rows with other columns, of another unit or of unknown duties: %s', odd);
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

-- Entries that came along get their places in the log of this server, where it gives entries places.
CREATE FUNCTION operation.log_arrived(unit uuid) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    waiting bigint := 0;
BEGIN
    IF to_regclass('audit.waiting') IS NOT NULL THEN
        EXECUTE 'INSERT INTO audit.waiting (unit_id, entry_id, leaf) '
            'SELECT e.unit_id, e.entry_id, audit.leaf(audit.line(e.entry_id, e.unit_id, e.recorded_at, e.account_id, '
            'e.action, e.subject_kind, e.subject_id, e.detail_hash)) FROM audit.entries e WHERE e.unit_id = $1' USING unit;
        GET DIAGNOSTICS waiting = ROW_COUNT;
    END IF;
    RETURN waiting;
END
$$;

REVOKE ALL ON FUNCTION operation.take_rows(uuid, regclass, name, jsonb), operation.log_arrived(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operation.take_rows(uuid, regclass, name, jsonb), operation.log_arrived(uuid) TO yijitong_app;

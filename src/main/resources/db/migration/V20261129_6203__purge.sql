-- What is held no longer than needed (PIPL art. 19 and 47) is removed by the rows of the register of personal data, as the
-- application and within its rights: it may remove what is spent, and no more.
GRANT DELETE ON access.reset_codes, access.api_tokens TO yijitong_app;
CREATE INDEX ON access.reset_codes (expires_at);
CREATE INDEX ON access.api_tokens (expires_at);

-- What a change of a person said before and after can be taken out, never said otherwise.
GRANT UPDATE (detail) ON organization.person_changes TO yijitong_app;
CREATE POLICY erased_only ON organization.person_changes AS RESTRICTIVE FOR UPDATE TO yijitong_app
    USING (true) WITH CHECK (detail = '{}');

-- Which rows are past their time. In the text: $1 the unit, $2 the moment before which, $3 how many at most.
CREATE FUNCTION personal.past(source jsonb) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT format(' FROM %s t WHERE ', (source ->> 'table')::regclass)
        || CASE WHEN (source -> 'everywhere')::boolean THEN '' ELSE 't.unit_id = $1 AND ' END
        || CASE WHEN source ->> 'of' IS NULL THEN format('t.%I < $2', source ->> 'from')
                ELSE format('t.%1$I IN (SELECT o.%1$I FROM %2$s o WHERE o.unit_id = $1 AND o.%3$I < $2)',
                    source ->> 'by', (source ->> 'of')::regclass, source ->> 'from') END
        || coalesce(' AND (' || (SELECT string_agg(format('t.%I IS NOT NULL', c), ' OR ')
                                 FROM jsonb_array_elements_text(source -> 'clears') AS c) || ')', '')
        || ' LIMIT $3'
$$;

-- Removes at most so many rows, or empties columns of theirs; what another node is at is left to it.
CREATE FUNCTION personal.purge(unit uuid, source jsonb, before timestamptz, most int) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    emptied text := (SELECT string_agg(format('%I = NULL', c), ', ')
                     FROM jsonb_array_elements_text(source -> 'clears') AS c);
    removed int;
BEGIN
    EXECUTE format('WITH due AS MATERIALIZED (SELECT t.ctid AS place%s FOR UPDATE SKIP LOCKED) ', personal.past(source))
        || format(CASE WHEN emptied IS NULL THEN 'DELETE FROM %s d USING due' ELSE 'UPDATE %s d SET %s FROM due' END
            || ' WHERE d.ctid = due.place', (source ->> 'table')::regclass, emptied)
        USING unit, before, most;
    GET DIAGNOSTICS removed = ROW_COUNT;
    RETURN removed;
END
$$;

-- How many would be removed, counted up to a bound.
CREATE FUNCTION personal.past_count(unit uuid, source jsonb, before timestamptz, most int) RETURNS int
LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
DECLARE
    counted int;
BEGIN
    EXECUTE format('SELECT count(*)::int FROM (SELECT 1%s) AS r', personal.past(source))
        INTO counted USING unit, before, most;
    RETURN counted;
END
$$;

REVOKE ALL ON FUNCTION personal.past(jsonb), personal.purge(uuid, jsonb, timestamptz, int),
    personal.past_count(uuid, jsonb, timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION personal.past(jsonb), personal.purge(uuid, jsonb, timestamptz, int),
    personal.past_count(uuid, jsonb, timestamptz, int) TO yijitong_app;

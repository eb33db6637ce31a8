-- What is held on one person, from whatever tables the register of personal data names. What the caller may read, and of
-- which unit, is decided by the caller's own rights and policies. In the pieces of text: $1 the unit, $2 the entries of
-- the person in its roster, $3 the account, $4 how many rows to leave out, $5 how many at most.
CREATE SCHEMA personal;
GRANT USAGE ON SCHEMA personal TO yijitong_app;

-- Which rows of a table speak of the person.
CREATE FUNCTION personal.rows_of(source jsonb) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT format(' FROM %s t WHERE ', (source ->> 'table')::regclass)
        || CASE WHEN (source -> 'everywhere')::boolean THEN '' ELSE 't.unit_id = $1 AND ' END
        || '(' || string_agg(c.condition, ' OR ') || ')'
    FROM (
        SELECT format(CASE a.atttypid WHEN 'uuid[]'::regtype THEN 't.%I && $2' ELSE 't.%I = ANY($2)' END, n) AS condition
        FROM jsonb_array_elements_text(source -> 'persons') AS n
        JOIN pg_attribute a ON a.attrelid = (source ->> 'table')::regclass AND a.attname = n
        UNION ALL
        SELECT format('t.%I = $3', n) FROM jsonb_array_elements_text(source -> 'accounts') AS n
        UNION ALL
        SELECT format('t.%I = (SELECT sha256(convert_to(k.name_key, ''UTF8'')) FROM access.accounts k '
            'WHERE k.account_id = $3)', n)
        FROM jsonb_array_elements_text(source -> 'names') AS n
        UNION ALL
        SELECT format('t.%1$I IN (SELECT o.%1$I FROM %2$s o WHERE o.unit_id = $1 AND o.%3$I = ANY($2))',
            source -> 'through' ->> 'by', (source -> 'through' ->> 'table')::regclass, n)
        FROM jsonb_array_elements_text(source -> 'through' -> 'persons') AS n
    ) AS c
$$;

-- The rows, newest first as far as their keys are in the order of time, each as a JSON object of the columns wanted.
CREATE FUNCTION personal.held(unit uuid, source jsonb, persons uuid[], account uuid, past int, most int)
RETURNS SETOF text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog SET timezone = 'UTC' SET bytea_output = 'hex' AS $$
DECLARE
    wanted text := (SELECT string_agg(format('t.%I', c), ', ' ORDER BY n)
                    FROM jsonb_array_elements_text(source -> 'columns') WITH ORDINALITY AS w(c, n));
    keys text := (SELECT string_agg(format('t.%I DESC', a.attname), ', '
                      ORDER BY array_position(i.indkey::int2[], a.attnum))
                  FROM pg_index i
                  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey::int2[])
                  WHERE i.indrelid = (source ->> 'table')::regclass AND i.indisprimary);
BEGIN
    RETURN QUERY EXECUTE format('SELECT to_jsonb(r)::text FROM (SELECT %s%s ORDER BY %s OFFSET $4 LIMIT $5) r',
        wanted, personal.rows_of(source), keys) USING unit, persons, account, past, most;
END
$$;

-- How many rows of each table, counted up to a bound.
CREATE FUNCTION personal.held_counts(unit uuid, sources jsonb, persons uuid[], account uuid, most int)
RETURNS TABLE (name text, counted int)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
DECLARE
    source jsonb;
BEGIN
    FOR source IN SELECT jsonb_array_elements(sources) LOOP
        name := source ->> 'table';
        EXECUTE format('SELECT count(*)::int FROM (SELECT 1%s LIMIT $4) AS r', personal.rows_of(source))
            INTO counted USING unit, persons, account, most;
        RETURN NEXT;
    END LOOP;
END
$$;

-- What the ids in such rows are called: organizations, people, units, records, plans, matters, facts by
-- their records, duties.
CREATE FUNCTION personal.called(unit uuid, ids uuid[]) RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT n.id, n.name FROM (SELECT DISTINCT ON (o.organization_id) o.organization_id AS id, o.name
          FROM organization.organization_versions o
          WHERE o.unit_id = unit AND o.organization_id = ANY(ids) AND o.recorded_to = 'infinity'
          ORDER BY o.organization_id, o.valid_from DESC) AS n
    UNION ALL
    SELECT p.person_id, p.name FROM organization.people p WHERE p.unit_id = unit AND p.person_id = ANY(ids)
    UNION ALL
    SELECT u.unit_id, u.name FROM organization.v_unit_heads u WHERE u.unit_id = ANY(ids)
    UNION ALL
    SELECT r.record_id, concat_ws(' ', r.held_on, r.title) FROM activity.records r
    WHERE r.unit_id = unit AND r.record_id = ANY(ids)
    UNION ALL
    SELECT l.plan_id, concat_ws(' ', l.held_on, l.theme) FROM activity.plans l
    WHERE l.unit_id = unit AND l.plan_id = ANY(ids)
    UNION ALL
    SELECT m.matter_id, m.title FROM matter.matters m WHERE m.unit_id = unit AND m.matter_id = ANY(ids)
    UNION ALL
    SELECT f.fact_id, concat_ws(' ', f.happened_on, r.title) FROM ledger.facts f
    LEFT JOIN activity.records r ON r.unit_id = unit AND r.record_id = f.source_id
    WHERE f.unit_id = unit AND f.fact_id = ANY(ids)
    UNION ALL
    SELECT d.duty_id, d.mechanism || ' / ' || d.name FROM mechanism.duties d WHERE d.duty_id = ANY(ids)
$$;

-- Who looked at what is held on a person and who changed it, newest first: what was done to the person, with a reason
-- from above to an organization while the person belonged to it, or to the whole roster.
CREATE FUNCTION personal.traces(unit uuid, persons uuid[], past int, most int)
RETURNS TABLE (entry_id uuid, recorded_at timestamptz, account_id uuid, action text, subject_kind text, detail text)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    WITH belonged AS MATERIALIZED (
        SELECT unnest(ARRAY[m.organization_id, m.group_id]) AS organization_id, m.valid_from, m.valid_to
        FROM organization.v_memberships m
        WHERE m.unit_id = unit AND m.person_id = ANY(persons)
    )
    SELECT e.entry_id, e.recorded_at, e.account_id, e.action, e.subject_kind, e.detail::text
    FROM audit.entries e
    WHERE e.unit_id = unit AND e.subject_id = ANY(persons)
    UNION ALL
    SELECT e.entry_id, e.recorded_at, e.account_id, e.action, e.subject_kind, e.detail::text
    FROM audit.entries e
    WHERE e.unit_id = unit AND e.action IN ('insight.given', 'person.numbersRevealed', 'people.exported')
      AND EXISTS (SELECT FROM belonged b
          WHERE (e.recorded_at AT TIME ZONE 'Asia/Shanghai')::date >= b.valid_from
            AND (e.recorded_at AT TIME ZONE 'Asia/Shanghai')::date < b.valid_to
            AND (e.action <> 'insight.given' OR e.subject_id = b.organization_id))
    ORDER BY entry_id DESC
    OFFSET past LIMIT most
$$;

REVOKE ALL ON FUNCTION personal.rows_of(jsonb), personal.held(uuid, jsonb, uuid[], uuid, int, int),
    personal.held_counts(uuid, jsonb, uuid[], uuid, int), personal.called(uuid, uuid[]),
    personal.traces(uuid, uuid[], int, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION personal.rows_of(jsonb), personal.held(uuid, jsonb, uuid[], uuid, int, int),
    personal.held_counts(uuid, jsonb, uuid[], uuid, int), personal.called(uuid, uuid[]),
    personal.traces(uuid, uuid[], int, int) TO yijitong_app;

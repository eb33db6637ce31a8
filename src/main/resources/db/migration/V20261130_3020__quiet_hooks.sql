-- The day of a moment in China, by its beginning.
CREATE FUNCTION notice.day(at timestamptz) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
RETURN date_trunc('day', at AT TIME ZONE 'Asia/Shanghai') AT TIME ZONE 'Asia/Shanghai';
GRANT EXECUTE ON FUNCTION notice.day(timestamptz) TO yijitong_app;

-- What is quiet is told by its day, when that is over: whoever was seen at a moment is not to be found by it
-- (docs/decisions/door.md). Otherwise as before.
CREATE OR REPLACE FUNCTION notice.tell(unit uuid, happened jsonb) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF happened IS NULL THEN
        RETURN 0;
    END IF;
    INSERT INTO notice.deliveries (unit_id, hook_id, subject_id, place, kind, flow, flow_version, from_state, to_state,
        closed, happened_at, state, attempts, next_at, answer)
    SELECT unit, h.hook_id, e.subject, e.place, e.kind, e.flow, e.version, e.before, e.state, e.closed,
           CASE WHEN e.quiet THEN notice.day(e.at) ELSE e.at END, 'waiting', 0,
           CASE WHEN e.quiet THEN notice.day(e.at) + interval '1 day' ELSE e.at END, ''
    FROM notice.hooks h
    CROSS JOIN jsonb_to_recordset(happened) AS e(subject uuid, place int, kind text, flow text, version int, before text,
        state text, closed boolean, at timestamptz, quiet boolean)
    WHERE h.unit_id = unit AND h.state <> 'ended' AND e.kind = ANY(h.kinds);
    RETURN jsonb_array_length(happened);
END
$$;

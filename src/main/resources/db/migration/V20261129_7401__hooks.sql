-- Hooks: addresses of other systems that are told what becomes of matters. Their secrets are not here: each is worked out
-- from a key that lies outside the database.
CREATE TABLE notice.hooks (
    unit_id uuid NOT NULL,
    hook_id uuid NOT NULL,
    address text NOT NULL CHECK (length(address) BETWEEN 1 AND 500),
    kinds text[] NOT NULL CHECK (cardinality(kinds) BETWEEN 1 AND 6),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('active', 'resting', 'ended')),
    -- Since when it is in that state.
    since timestamptz NOT NULL,
    -- How many deliveries in a row were not taken.
    failures int NOT NULL,
    PRIMARY KEY (unit_id, hook_id)
);

-- What is to be said to a hook: one event of a matter, named by the matter and its place in the history for ever. Written in
-- the transaction of the event. Whoever sends one says so first (sending), until next_at: after a crash another sends it then.
CREATE TABLE notice.deliveries (
    unit_id uuid NOT NULL,
    hook_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    place int NOT NULL CHECK (place >= 0),
    kind text NOT NULL CHECK (kind IN ('begun', 'step', 'handed', 'moved', 'migrated', 'merged', 'test')),
    flow text,
    flow_version int,
    from_state text,
    to_state text,
    closed boolean NOT NULL,
    happened_at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'sending', 'delivered')),
    attempts int NOT NULL,
    next_at timestamptz NOT NULL,
    -- What came of the last attempt: a status of HTTP, or a word; empty before.
    answer text NOT NULL CHECK (length(answer) <= 20),
    PRIMARY KEY (unit_id, hook_id, subject_id, place)
);
CREATE INDEX ON notice.deliveries (unit_id, hook_id, next_at) WHERE state <> 'delivered';
CREATE INDEX ON notice.deliveries (unit_id, hook_id, happened_at);
CREATE INDEX ON notice.deliveries (unit_id, happened_at);

SELECT shared.distribute(t) FROM unnest(ARRAY['notice.hooks', 'notice.deliveries']::regclass[]) AS t;
ALTER TABLE notice.deliveries ADD FOREIGN KEY (unit_id, hook_id) REFERENCES notice.hooks;
SELECT shared.protect(t) FROM unnest(ARRAY['notice.hooks', 'notice.deliveries']::regclass[]) AS t;
GRANT SELECT, INSERT ON notice.hooks, notice.deliveries TO yijitong_app;
GRANT UPDATE (state, since, failures) ON notice.hooks TO yijitong_app;
GRANT UPDATE (state, attempts, next_at, answer) ON notice.deliveries TO yijitong_app;
GRANT DELETE ON notice.deliveries TO yijitong_app;

-- Notes some events for every hook that hears of them, in the statement that writes them; how many events they are. A hook
-- at rest goes on collecting, one that has ended does not.
CREATE FUNCTION notice.tell(unit uuid, happened jsonb) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF happened IS NULL THEN
        RETURN 0;
    END IF;
    INSERT INTO notice.deliveries (unit_id, hook_id, subject_id, place, kind, flow, flow_version, from_state, to_state,
        closed, happened_at, state, attempts, next_at, answer)
    SELECT unit, h.hook_id, e.subject, e.place, e.kind, e.flow, e.version, e.before, e.state, e.closed, e.at, 'waiting', 0,
           e.at, ''
    FROM notice.hooks h
    CROSS JOIN jsonb_to_recordset(happened) AS e(subject uuid, place int, kind text, flow text, version int, before text,
        state text, closed boolean, at timestamptz)
    WHERE h.unit_id = unit AND h.state <> 'ended' AND e.kind = ANY(h.kinds);
    RETURN jsonb_array_length(happened);
END
$$;
REVOKE ALL ON FUNCTION notice.tell(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notice.tell(uuid, jsonb) TO yijitong_app;

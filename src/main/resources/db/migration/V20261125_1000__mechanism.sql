-- Mechanisms as published: definitions, the same for every unit. A version is never changed, only superseded.
CREATE SCHEMA mechanism;
GRANT USAGE ON SCHEMA mechanism TO yijitong_app, yijitong_rollup;

CREATE TABLE mechanism.versions (
    version_id uuid PRIMARY KEY,
    mechanism text NOT NULL CHECK (mechanism ~ '^[a-z][a-z0-9-]{1,59}$'),
    number int NOT NULL CHECK (number >= 1),
    pack text NOT NULL CHECK (length(pack) BETWEEN 1 AND 40),
    since date NOT NULL,
    until date NOT NULL,
    -- Nothing that was due before this day is ever late or short.
    published_on date NOT NULL,
    published_at timestamptz NOT NULL,
    content text NOT NULL,
    UNIQUE (mechanism, number),
    CHECK (since <= until)
);

-- Hooks spare the matching most pairs of facts and duties: a fact hangs on each choice it holds, such as kinds=lesson,
-- and on *; a duty on the first choice it requires, or on *.
CREATE FUNCTION mechanism.hook(required jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce((SELECT e.key || '=' || (e.value ->> 0) FROM jsonb_each(required) AS e
                 WHERE jsonb_typeof(e.value) = 'array' ORDER BY e.key LIMIT 1), '*');
CREATE FUNCTION mechanism.hooks(fields jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(
    SELECT '*'
    UNION
    SELECT e.key || '=' || v
    FROM jsonb_each(fields) AS e
    CROSS JOIN LATERAL jsonb_array_elements_text(
        CASE jsonb_typeof(e.value) WHEN 'array' THEN e.value ELSE '[]' END) AS v);

-- One duty over all versions of its mechanism.
CREATE TABLE mechanism.duties (
    duty_id uuid PRIMARY KEY,
    mechanism text NOT NULL,
    name text NOT NULL CHECK (name ~ '^[a-z][a-z0-9-]{1,59}$'),
    UNIQUE (mechanism, name)
);

-- What the matching needs to know of a duty in one version. A fact counts when its fields contain all that is
-- required (equalities, taken together) and meet each further condition {"field", "test", "operand"}.
CREATE TABLE mechanism.duty_versions (
    duty_version_id uuid PRIMARY KEY,
    duty_id uuid NOT NULL,
    version_id uuid NOT NULL,
    position int NOT NULL,
    fact_kind text NOT NULL,
    required jsonb NOT NULL DEFAULT '{}',
    hook text NOT NULL GENERATED ALWAYS AS (mechanism.hook(required)) STORED,
    conditions jsonb NOT NULL DEFAULT '[]',
    owed_by text NOT NULL CHECK (owed_by IN ('organization', 'person')),
    -- Kinds of organization that owe it; for a personal duty the kinds of member.
    kinds text[] NOT NULL,
    -- Posts of which one must be held, for a personal duty; empty for everyone.
    posts text[] NOT NULL DEFAULT '{}',
    -- How many members (full and probationary) on the first day of the period.
    members_least int NOT NULL DEFAULT 0,
    members_most int NOT NULL DEFAULT 2147483647,
    period text NOT NULL CHECK (period IN ('month', 'quarter', 'half_year', 'year', 'after')),
    need numeric(12, 2) NOT NULL CHECK (need > 0),
    need_per text NOT NULL CHECK (need_per IN ('organization', 'member', 'group')),
    sum_field text,
    trigger_kind text,
    trigger_required jsonb NOT NULL DEFAULT '{}',
    trigger_conditions jsonb NOT NULL DEFAULT '[]',
    within int,
    within_unit text CHECK (within_unit IN ('days', 'working_days', 'months')),
    excuses text[] NOT NULL DEFAULT '{}',
    visibility text NOT NULL CHECK (visibility IN ('direct', 'private')),
    UNIQUE (version_id, duty_id),
    CHECK ((period = 'after') = (trigger_kind IS NOT NULL AND within IS NOT NULL AND within_unit IS NOT NULL))
);
CREATE INDEX ON mechanism.duty_versions (duty_id);

-- The periods whose first day lies in the days of a version; both ends included. Made ahead, year by year.
CREATE TABLE mechanism.duty_periods (
    duty_version_id uuid NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    due_on date NOT NULL,
    PRIMARY KEY (duty_version_id, period_from),
    CHECK (period_from <= period_to AND period_to <= due_on)
);

-- Working days by number, counted from the first day loaded: the n-th after a day has its number plus n.
CREATE TABLE mechanism.working_days (
    day date PRIMARY KEY,
    number int NOT NULL,
    provisional boolean NOT NULL
);
CREATE INDEX ON mechanism.working_days (number, day);

SELECT shared.replicate(t) FROM unnest(ARRAY['mechanism.versions', 'mechanism.duties', 'mechanism.duty_versions',
    'mechanism.duty_periods', 'mechanism.working_days']::regclass[]) AS t;

ALTER TABLE mechanism.duty_versions
    ADD FOREIGN KEY (duty_id) REFERENCES mechanism.duties,
    ADD FOREIGN KEY (version_id) REFERENCES mechanism.versions;
ALTER TABLE mechanism.duty_periods ADD FOREIGN KEY (duty_version_id) REFERENCES mechanism.duty_versions;

GRANT SELECT, INSERT ON mechanism.versions, mechanism.duties, mechanism.duty_versions, mechanism.duty_periods,
    mechanism.working_days TO yijitong_app;
GRANT UPDATE (number, provisional) ON mechanism.working_days TO yijitong_app;
GRANT UPDATE (due_on) ON mechanism.duty_periods TO yijitong_app;
GRANT SELECT ON mechanism.versions, mechanism.duties, mechanism.duty_versions, mechanism.duty_periods,
    mechanism.working_days TO yijitong_rollup;

-- Duties with the days on which each version judges: its own, up to the day before a later version's first; both ends
-- included.
CREATE VIEW mechanism.v_duties AS
SELECT d.duty_version_id, d.duty_id, v.mechanism, v.number, v.since, v.until,
       v.published_on, v.published_at, d.position, d.fact_kind, d.required, d.hook, d.conditions, d.owed_by, d.kinds, d.posts,
       d.members_least, d.members_most, d.period, d.need, d.need_per, d.sum_field, d.trigger_kind, d.trigger_required,
       d.trigger_conditions, d.within, d.within_unit, d.excuses, d.visibility
FROM mechanism.duty_versions d
JOIN (SELECT version_id, mechanism, number, since, published_on, published_at,
             least(until, min(since) OVER (PARTITION BY mechanism ORDER BY number
                 ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) - 1) AS until
      FROM mechanism.versions) v ON v.version_id = d.version_id;

-- Periods owed under the version in force on their first day.
CREATE VIEW mechanism.v_duty_periods AS
SELECT d.duty_id, p.duty_version_id, p.period_from, p.period_to, p.due_on
FROM mechanism.duty_periods p
JOIN mechanism.v_duties d ON d.duty_version_id = p.duty_version_id
WHERE p.period_from BETWEEN d.since AND d.until;

CREATE VIEW mechanism.v_working_days AS
SELECT day, number, provisional FROM mechanism.working_days;
GRANT SELECT ON mechanism.v_duties, mechanism.v_duty_periods, mechanism.v_working_days
    TO yijitong_app, yijitong_rollup;

-- Whether the fields of a fact meet the further conditions of a duty: the same as Condition.holds in Java.
CREATE FUNCTION mechanism.meets(fields jsonb, conditions jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN NOT EXISTS (
    SELECT FROM jsonb_array_elements(conditions) AS c
    WHERE NOT coalesce(CASE c ->> 'test'
        WHEN 'min' THEN (fields ->> (c ->> 'field'))::numeric >= (c ->> 'operand')::numeric
        WHEN 'max' THEN (fields ->> (c ->> 'field'))::numeric <= (c ->> 'operand')::numeric
        WHEN 'one_of' THEN CASE jsonb_typeof(fields -> (c ->> 'field'))
            WHEN 'array' THEN EXISTS (SELECT FROM jsonb_array_elements(fields -> (c ->> 'field')) AS e
                                      WHERE c -> 'operand' @> e)
            ELSE c -> 'operand' @> (fields -> (c ->> 'field')) END
        WHEN 'contains' THEN position(c ->> 'operand' IN fields ->> (c ->> 'field')) > 0
        END, false));

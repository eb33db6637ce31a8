-- What happened, who owes what, what counts for what, and how it stands.
CREATE SCHEMA ledger;
GRANT USAGE ON SCHEMA ledger TO yijitong_app, yijitong_rollup;

-- Duties are named by id without a key: definitions are never removed, and live beside unit data on every machine.

-- One row for each unit. Who adds facts holds it lightly, who opens or closes obligations holds it alone: so that a fact
-- and an obligation made at the same time cannot miss each other.
CREATE TABLE ledger.books (
    unit_id uuid PRIMARY KEY,
    opened_to date NOT NULL
);

CREATE TABLE ledger.facts (
    unit_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    happened_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    source_kind text NOT NULL CHECK (length(source_kind) BETWEEN 1 AND 40),
    source_id uuid NOT NULL,
    fields jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (unit_id, fact_id)
);
CREATE INDEX ON ledger.facts (unit_id, organization_id, happened_on);
CREATE INDEX ON ledger.facts (unit_id, source_id);

CREATE TABLE ledger.fact_people (
    unit_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    person_id uuid NOT NULL,
    PRIMARY KEY (unit_id, fact_id, person_id)
);
CREATE INDEX ON ledger.fact_people (unit_id, person_id);

CREATE TABLE ledger.retractions (
    unit_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (unit_id, fact_id)
);

-- One duty of one bearer for one period, as we held it to be owed; both ends of the period are included.
CREATE TABLE ledger.obligations (
    unit_id uuid NOT NULL,
    obligation_id uuid NOT NULL,
    duty_id uuid NOT NULL,
    duty_version_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    person_id uuid,
    trigger_fact_id uuid,
    period_from date NOT NULL,
    period_to date NOT NULL,
    due_on date NOT NULL,
    need numeric(12, 2) NOT NULL CHECK (need > 0),
    -- The first day on which its bearer could know of it: nothing due before is late.
    known_on date NOT NULL,
    recorded_from timestamptz NOT NULL,
    recorded_to timestamptz NOT NULL,
    PRIMARY KEY (unit_id, obligation_id),
    CHECK (period_from <= period_to AND period_to <= due_on),
    CHECK (recorded_from <= recorded_to)
);
CREATE UNIQUE INDEX ON ledger.obligations
    (unit_id, organization_id, period_from, duty_id, person_id, trigger_fact_id) NULLS NOT DISTINCT
    WHERE recorded_to = 'infinity';
CREATE INDEX ON ledger.obligations (unit_id, person_id, period_from) WHERE person_id IS NOT NULL;
CREATE INDEX ON ledger.obligations (unit_id, trigger_fact_id) WHERE trigger_fact_id IS NOT NULL;
CREATE INDEX ON ledger.obligations (unit_id, organization_id, period_to);

-- Why it counts: a fact for an obligation, by the version that judged it. Taking back is a second row with the amount
-- negated; the sum over both is what stands.
CREATE TABLE ledger.contributions (
    unit_id uuid NOT NULL,
    obligation_id uuid NOT NULL,
    fact_id uuid NOT NULL,
    duty_version_id uuid NOT NULL,
    taken_back boolean NOT NULL,
    amount numeric(12, 2) NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (unit_id, obligation_id, fact_id, duty_version_id, taken_back),
    CHECK (CASE WHEN taken_back THEN amount <= 0 ELSE amount >= 0 END)
);
CREATE INDEX ON ledger.contributions (unit_id, fact_id);

-- What is done of each open obligation now: the sum of its contributions, kept along.
CREATE TABLE ledger.standings (
    unit_id uuid NOT NULL,
    obligation_id uuid NOT NULL,
    done numeric(12, 2) NOT NULL,
    excused boolean NOT NULL DEFAULT false,
    PRIMARY KEY (unit_id, obligation_id)
);

-- Allowed by a superior: that a bearer need not do a duty in a period.
CREATE TABLE ledger.excuses (
    unit_id uuid NOT NULL,
    excuse_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    duty_id uuid NOT NULL,
    period_from date NOT NULL,
    ground text NOT NULL CHECK (ground IN ('not_applicable', 'merged')),
    note text NOT NULL CHECK (length(note) BETWEEN 1 AND 500),
    account_id uuid NOT NULL,
    recorded_from timestamptz NOT NULL,
    recorded_to timestamptz NOT NULL,
    PRIMARY KEY (unit_id, excuse_id),
    CHECK (recorded_from <= recorded_to)
);
CREATE UNIQUE INDEX ON ledger.excuses (unit_id, organization_id, duty_id, period_from) WHERE recorded_to = 'infinity';
CREATE INDEX ON ledger.excuses (unit_id, organization_id);

-- How many obligations of a duty are owed, met and excused in a unit, by the month their period ends in and the day they
-- are due. Writers append changes; a fold adds them up, so that no row is fought over.
CREATE TABLE ledger.tallies (
    unit_id uuid NOT NULL,
    duty_id uuid NOT NULL,
    month date NOT NULL,
    due_on date NOT NULL,
    known_on date NOT NULL,
    owed int NOT NULL,
    met int NOT NULL,
    excused int NOT NULL,
    PRIMARY KEY (unit_id, duty_id, month, due_on, known_on)
);
CREATE TABLE ledger.tally_changes (
    unit_id uuid NOT NULL,
    change_id uuid NOT NULL DEFAULT gen_random_uuid(),
    duty_id uuid NOT NULL,
    month date NOT NULL,
    due_on date NOT NULL,
    known_on date NOT NULL,
    owed int NOT NULL,
    met int NOT NULL,
    excused int NOT NULL,
    PRIMARY KEY (unit_id, change_id)
);

SELECT shared.distribute(t) FROM unnest(ARRAY['ledger.books', 'ledger.facts', 'ledger.fact_people',
    'ledger.retractions', 'ledger.obligations', 'ledger.contributions', 'ledger.standings', 'ledger.excuses',
    'ledger.tallies', 'ledger.tally_changes']::regclass[]) AS t;

ALTER TABLE ledger.facts ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations;
ALTER TABLE ledger.fact_people ADD FOREIGN KEY (unit_id, fact_id) REFERENCES ledger.facts,
    ADD FOREIGN KEY (unit_id, person_id) REFERENCES organization.people;
ALTER TABLE ledger.retractions ADD FOREIGN KEY (unit_id, fact_id) REFERENCES ledger.facts;
ALTER TABLE ledger.obligations ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations,
    ADD FOREIGN KEY (unit_id, person_id) REFERENCES organization.people,
    ADD FOREIGN KEY (unit_id, trigger_fact_id) REFERENCES ledger.facts;
ALTER TABLE ledger.contributions ADD FOREIGN KEY (unit_id, obligation_id) REFERENCES ledger.obligations,
    ADD FOREIGN KEY (unit_id, fact_id) REFERENCES ledger.facts;
ALTER TABLE ledger.standings ADD FOREIGN KEY (unit_id, obligation_id) REFERENCES ledger.obligations;
ALTER TABLE ledger.excuses ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations;

SELECT shared.protect(t) FROM unnest(ARRAY['ledger.books', 'ledger.facts', 'ledger.fact_people',
    'ledger.retractions', 'ledger.obligations', 'ledger.contributions', 'ledger.standings', 'ledger.excuses',
    'ledger.tallies', 'ledger.tally_changes']::regclass[]) AS t;
GRANT SELECT, INSERT ON ledger.books, ledger.facts, ledger.fact_people, ledger.retractions, ledger.obligations,
    ledger.contributions, ledger.standings, ledger.excuses, ledger.tallies, ledger.tally_changes TO yijitong_app;
GRANT UPDATE (opened_to) ON ledger.books TO yijitong_app;
GRANT UPDATE (recorded_to) ON ledger.obligations, ledger.excuses TO yijitong_app;
GRANT UPDATE (done, excused), DELETE ON ledger.standings TO yijitong_app;
GRANT UPDATE (owed, met, excused) ON ledger.tallies TO yijitong_app;
GRANT DELETE ON ledger.tally_changes TO yijitong_app;
GRANT SELECT ON ledger.tallies, ledger.tally_changes, ledger.obligations, ledger.standings TO yijitong_rollup;

-- Which facts count for which obligations, ever: the one definition, for the record just made and for the rebuild.
-- Whether a fact was retracted or an obligation closed since, its reader asks.
CREATE VIEW ledger.v_matches WITH (security_invoker = true) AS
SELECT f.unit_id, o.obligation_id, f.fact_id, d.duty_version_id,
       CASE WHEN d.sum_field IS NULL THEN 1 ELSE greatest((f.fields ->> d.sum_field)::numeric, 0) END AS amount,
       greatest(f.recorded_at, o.recorded_from, d.published_at) AS recorded_at
FROM ledger.facts f
JOIN ledger.obligations o ON o.unit_id = f.unit_id AND o.organization_id = f.organization_id AND o.person_id IS NULL
    AND f.happened_on BETWEEN o.period_from AND o.period_to
JOIN mechanism.v_duties d ON d.duty_id = o.duty_id AND f.happened_on BETWEEN d.since AND d.until
    AND d.fact_kind = f.kind AND f.fields @> d.required
    AND (d.conditions = '[]' OR mechanism.meets(f.fields, d.conditions))
    AND (d.sum_field IS NULL OR f.fields ? d.sum_field)
UNION ALL
SELECT f.unit_id, o.obligation_id, f.fact_id, d.duty_version_id,
       CASE WHEN d.sum_field IS NULL THEN 1 ELSE greatest((f.fields ->> d.sum_field)::numeric, 0) END AS amount,
       greatest(f.recorded_at, o.recorded_from, d.published_at) AS recorded_at
FROM ledger.facts f
JOIN ledger.fact_people p ON p.unit_id = f.unit_id AND p.fact_id = f.fact_id
JOIN ledger.obligations o ON o.unit_id = p.unit_id AND o.person_id = p.person_id
    AND f.happened_on BETWEEN o.period_from AND o.period_to
JOIN mechanism.v_duties d ON d.duty_id = o.duty_id AND f.happened_on BETWEEN d.since AND d.until
    AND d.fact_kind = f.kind AND f.fields @> d.required
    AND (d.conditions = '[]' OR mechanism.meets(f.fields, d.conditions))
    AND (d.sum_field IS NULL OR f.fields ? d.sum_field);

-- The sums with what is not folded yet.
CREATE VIEW ledger.v_tallies WITH (security_invoker = true) AS
SELECT unit_id, duty_id, month, due_on, known_on, owed, met, excused FROM ledger.tallies
UNION ALL
SELECT unit_id, duty_id, month, due_on, known_on, owed, met, excused FROM ledger.tally_changes;
CREATE VIEW ledger.v_standings WITH (security_invoker = true) AS
SELECT o.unit_id, o.obligation_id, o.duty_id, o.duty_version_id, o.organization_id, o.person_id, o.period_from,
       o.period_to, o.due_on, o.known_on, o.need, s.done, s.excused
FROM ledger.obligations o
JOIN ledger.standings s ON s.unit_id = o.unit_id AND s.obligation_id = o.obligation_id
WHERE o.recorded_to = 'infinity';
GRANT SELECT ON ledger.v_tallies, ledger.v_standings TO yijitong_app, yijitong_rollup;

-- What facts set off: to be met within some time of their day.
CREATE VIEW ledger.v_triggered WITH (security_invoker = true) AS
SELECT f.unit_id, f.fact_id, d.duty_id, d.duty_version_id, f.organization_id, f.happened_on AS period_from,
       CASE d.within_unit
           WHEN 'days' THEN f.happened_on + d.within
           WHEN 'months' THEN (f.happened_on + make_interval(months => d.within))::date
           -- Where no calendar is loaded, two days for each.
           ELSE coalesce((SELECT min(w.day) FROM mechanism.v_working_days w
                          WHERE w.number = d.within + (SELECT b.number FROM mechanism.v_working_days b
                                                       WHERE b.day = f.happened_on)), f.happened_on + 2 * d.within)
       END AS period_to,
       d.need, d.published_on AS known_on
FROM ledger.facts f
JOIN mechanism.v_duties d ON d.period = 'after' AND d.trigger_kind = f.kind AND f.fields @> d.trigger_required
    AND (d.trigger_conditions = '[]' OR mechanism.meets(f.fields, d.trigger_conditions))
    AND f.happened_on BETWEEN d.since AND d.until
JOIN organization.v_organizations o ON o.unit_id = f.unit_id AND o.organization_id = f.organization_id
    AND f.happened_on >= o.valid_from AND f.happened_on < o.valid_to AND o.kind = ANY(d.kinds)
WHERE NOT EXISTS (SELECT FROM ledger.retractions r WHERE r.unit_id = f.unit_id AND r.fact_id = f.fact_id);

-- What a unit owes by the calendar, as we hold its trees and people to be now, for periods that begin on the given days.
-- Members are those of the branch itself, of the group, or of the youth group.
CREATE FUNCTION ledger.owed(unit uuid, first date, last date) RETURNS TABLE (
    duty_id uuid, duty_version_id uuid, organization_id uuid, person_id uuid, period_from date, period_to date,
    due_on date, need numeric, known_on date)
LANGUAGE sql STABLE AS $$
    WITH periods AS MATERIALIZED (
        SELECT p.duty_id, p.duty_version_id, p.period_from, p.period_to, p.due_on, d.owed_by, d.kinds, d.posts,
               d.members_least, d.members_most, d.need, d.need_per, d.published_on
        FROM mechanism.v_duty_periods p
        JOIN mechanism.v_duties d ON d.duty_version_id = p.duty_version_id
        WHERE p.period_from BETWEEN first AND last
    ), places AS MATERIALIZED (
        SELECT o.organization_id, o.kind, o.superior_id, o.valid_from, o.valid_to,
               (s.recorded_from AT TIME ZONE 'Asia/Shanghai')::date AS known_on
        FROM organization.v_organizations o
        JOIN organization.v_organization_starts s ON s.unit_id = unit AND s.organization_id = o.organization_id
        WHERE o.unit_id = unit
    ), belonging AS MATERIALIZED (
        SELECT m.person_id, m.organization_id, m.organization_id AS branch_id, m.kind, m.valid_from, m.valid_to,
               true AS direct
        FROM organization.v_memberships m
        WHERE m.unit_id = unit AND m.sphere IN ('party', 'youth')
        UNION ALL
        SELECT m.person_id, m.group_id, m.organization_id, m.kind, m.valid_from, m.valid_to, false
        FROM organization.v_memberships m
        WHERE m.unit_id = unit AND m.sphere = 'party' AND m.group_id IS NOT NULL
    ), days AS MATERIALIZED (
        SELECT DISTINCT period_from AS day FROM periods
    ), census AS MATERIALIZED (
        SELECT d.day, b.organization_id, count(*)::int AS members
        FROM days d
        JOIN belonging b ON d.day >= b.valid_from AND d.day < b.valid_to AND b.kind IN ('full', 'probationary')
        GROUP BY d.day, b.organization_id
    ), groups AS MATERIALIZED (
        SELECT d.day, p.superior_id AS organization_id, count(*)::int AS groups
        FROM days d
        JOIN places p ON p.kind = 'group' AND d.day >= p.valid_from AND d.day < p.valid_to
        GROUP BY d.day, p.superior_id
    )
    SELECT p.duty_id, p.duty_version_id, o.organization_id, NULL::uuid, p.period_from, p.period_to, p.due_on,
           p.need * CASE p.need_per WHEN 'member' THEN c.members WHEN 'group' THEN g.groups ELSE 1 END,
           greatest(p.published_on, o.known_on)
    FROM periods p
    JOIN places o ON o.kind = ANY(p.kinds) AND p.period_from >= o.valid_from AND p.period_from < o.valid_to
    LEFT JOIN census c ON c.day = p.period_from AND c.organization_id = o.organization_id
    LEFT JOIN groups g ON g.day = p.period_from AND g.organization_id = o.organization_id
    WHERE p.owed_by = 'organization'
      AND coalesce(c.members, 0) BETWEEN p.members_least AND p.members_most
      AND CASE p.need_per WHEN 'member' THEN c.members > 0 WHEN 'group' THEN g.groups > 0 ELSE true END
    UNION ALL
    SELECT p.duty_id, p.duty_version_id, b.branch_id, b.person_id, p.period_from, p.period_to, p.due_on, p.need,
           greatest(p.published_on, o.known_on)
    FROM periods p
    JOIN belonging b ON b.direct AND b.kind = ANY(p.kinds) AND p.period_from >= b.valid_from
        AND p.period_from < b.valid_to
    JOIN places o ON o.organization_id = b.branch_id AND p.period_from >= o.valid_from AND p.period_from < o.valid_to
    WHERE p.owed_by = 'person' AND o.kind <> 'youth_group'
      AND (p.posts = '{}' OR EXISTS (
          SELECT FROM organization.v_appointments a
          WHERE a.unit_id = unit AND a.person_id = b.person_id AND a.post = ANY(p.posts) AND NOT a.deputy
            AND p.period_from >= a.valid_from AND p.period_from < a.valid_to))
$$;

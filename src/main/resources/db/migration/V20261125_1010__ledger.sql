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
    hooks text[] NOT NULL GENERATED ALWAYS AS (mechanism.hooks(fields)) STORED,
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

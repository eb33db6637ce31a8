-- What organizations did: meetings, study, lessons, visits, joint activities. A record is what was written down about one
-- of them, in as many versions as it was corrected; the latest one holds.
CREATE SCHEMA activity;
GRANT USAGE ON SCHEMA activity TO yijitong_app, yijitong_rollup;

CREATE TABLE activity.records (
    unit_id uuid NOT NULL,
    record_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    -- Of the version that holds. Whoever corrects names the revision that was read.
    revision int NOT NULL DEFAULT 1,
    held_on date NOT NULL,
    title text NOT NULL CHECK (length(title) <= 200),
    kinds text[] NOT NULL,
    withdrawn boolean NOT NULL DEFAULT false,
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    -- Written by a superior's office for the organization (代记).
    on_behalf boolean NOT NULL,
    PRIMARY KEY (unit_id, record_id)
);
CREATE INDEX ON activity.records (unit_id, organization_id, held_on);

CREATE TABLE activity.versions (
    unit_id uuid NOT NULL,
    record_id uuid NOT NULL,
    revision int NOT NULL,
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    -- Why it was corrected or withdrawn; the first version needs no reason.
    reason text CHECK (length(reason) <= 500),
    withdrawn boolean NOT NULL DEFAULT false,
    held_on date NOT NULL,
    starts_at timestamptz,
    ends_at timestamptz,
    place text NOT NULL DEFAULT '' CHECK (length(place) <= 100),
    title text NOT NULL DEFAULT '' CHECK (length(title) <= 100),
    kinds text[] NOT NULL CHECK (cardinality(kinds) BETWEEN 1 AND 29),
    minutes text NOT NULL DEFAULT '' CHECK (length(minutes) <= 10000),
    others text NOT NULL DEFAULT '' CHECK (length(others) <= 500),
    lecturer text CHECK (lecturer IN ('secretary', 'leader', 'member', 'expert')),
    hours numeric(5, 1) CHECK (hours > 0),
    problems int CHECK (problems >= 0),
    PRIMARY KEY (unit_id, record_id, revision)
);

-- The organizations of this unit that took part, the host first, with how many of their own people.
CREATE TABLE activity.sides (
    unit_id uuid NOT NULL,
    record_id uuid NOT NULL,
    revision int NOT NULL,
    position int NOT NULL,
    organization_id uuid NOT NULL,
    expected int NOT NULL CHECK (expected >= 0),
    present int NOT NULL CHECK (present BETWEEN 0 AND expected),
    observers int NOT NULL CHECK (observers >= 0),
    PRIMARY KEY (unit_id, record_id, revision, position)
);
CREATE INDEX ON activity.sides (unit_id, organization_id, record_id);

-- Everyone is there unless a row says otherwise.
CREATE TABLE activity.parts (
    unit_id uuid NOT NULL,
    record_id uuid NOT NULL,
    revision int NOT NULL,
    person_id uuid NOT NULL,
    part text NOT NULL CHECK (part IN ('absent', 'observer', 'chair', 'minute_taker')),
    cause text CHECK (cause IN ('leave', 'journey', 'illness', 'other')),
    note text CHECK (length(note) <= 100),
    PRIMARY KEY (unit_id, record_id, revision, person_id, part),
    CHECK (part = 'absent' OR cause IS NULL)
);
CREATE INDEX ON activity.parts (unit_id, person_id, record_id);

CREATE TABLE activity.agenda_items (
    unit_id uuid NOT NULL,
    record_id uuid NOT NULL,
    revision int NOT NULL,
    position int NOT NULL,
    subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
    study boolean NOT NULL,
    PRIMARY KEY (unit_id, record_id, revision, position)
);

CREATE TABLE activity.decisions (
    unit_id uuid NOT NULL,
    record_id uuid NOT NULL,
    revision int NOT NULL,
    position int NOT NULL,
    subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 500),
    owner_id uuid,
    due_on date,
    PRIMARY KEY (unit_id, record_id, revision, position)
);
CREATE INDEX ON activity.decisions (unit_id, owner_id) WHERE owner_id IS NOT NULL;

-- Sides that the host has no rows of: of other units, or beyond the host's reach. They confirm for themselves.
CREATE TABLE activity.guests (
    unit_id uuid NOT NULL,
    record_id uuid NOT NULL,
    revision int NOT NULL,
    position int NOT NULL,
    guest_unit_id uuid NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    PRIMARY KEY (unit_id, record_id, revision, position)
);

-- Found by any one or two characters, or by a word of letters or digits; of the version that holds.
CREATE TABLE activity.record_tokens (
    unit_id uuid NOT NULL,
    token text NOT NULL CHECK (length(token) BETWEEN 1 AND 12),
    record_id uuid NOT NULL,
    PRIMARY KEY (unit_id, token, record_id)
);
CREATE INDEX ON activity.record_tokens (unit_id, record_id);

SELECT shared.distribute(t) FROM unnest(ARRAY['activity.records', 'activity.versions', 'activity.sides',
    'activity.parts', 'activity.agenda_items', 'activity.decisions', 'activity.guests',
    'activity.record_tokens']::regclass[]) AS t;

ALTER TABLE activity.records ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations;
ALTER TABLE activity.versions ADD FOREIGN KEY (unit_id, record_id) REFERENCES activity.records;
ALTER TABLE activity.sides
    ADD FOREIGN KEY (unit_id, record_id, revision) REFERENCES activity.versions,
    ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations;
ALTER TABLE activity.parts
    ADD FOREIGN KEY (unit_id, record_id, revision) REFERENCES activity.versions,
    ADD FOREIGN KEY (unit_id, person_id) REFERENCES organization.people;
ALTER TABLE activity.agenda_items ADD FOREIGN KEY (unit_id, record_id, revision) REFERENCES activity.versions;
ALTER TABLE activity.decisions
    ADD FOREIGN KEY (unit_id, record_id, revision) REFERENCES activity.versions,
    ADD FOREIGN KEY (unit_id, owner_id) REFERENCES organization.people;
ALTER TABLE activity.guests ADD FOREIGN KEY (unit_id, record_id, revision) REFERENCES activity.versions;
ALTER TABLE activity.record_tokens ADD FOREIGN KEY (unit_id, record_id) REFERENCES activity.records;

SELECT shared.protect(t) FROM unnest(ARRAY['activity.records', 'activity.versions', 'activity.sides',
    'activity.parts', 'activity.agenda_items', 'activity.decisions', 'activity.guests',
    'activity.record_tokens']::regclass[]) AS t;
GRANT SELECT, INSERT ON activity.records, activity.versions, activity.sides, activity.parts, activity.agenda_items,
    activity.decisions, activity.guests, activity.record_tokens TO yijitong_app;
GRANT UPDATE (revision, held_on, title, kinds, withdrawn) ON activity.records TO yijitong_app;
GRANT DELETE ON activity.record_tokens TO yijitong_app;

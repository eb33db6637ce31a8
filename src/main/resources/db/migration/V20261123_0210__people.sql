-- People, where they belong, the posts they hold. Belonging and posts are bitemporal like the trees.
CREATE TABLE organization.people (
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL,
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    name_pinyin text NOT NULL,
    sex text CHECK (sex IN ('male', 'female')),
    ethnicity text CHECK (length(ethnicity) <= 20),
    native_place text CHECK (length(native_place) <= 60),
    birth_date date,
    joined_on date,
    confirmed_on date,
    work_started_on date,
    education text CHECK (length(education) <= 40),
    phone text CHECK (length(phone) <= 40),
    office_phone text CHECK (length(office_phone) <= 40),
    job_title text CHECK (length(job_title) <= 80),
    note text CHECK (length(note) <= 500),
    revision int NOT NULL DEFAULT 1,
    merged_into uuid,
    removed_at timestamptz,
    PRIMARY KEY (unit_id, person_id)
);
CREATE INDEX ON organization.people (unit_id, name_pinyin COLLATE "C", person_id)
    WHERE merged_into IS NULL AND removed_at IS NULL;
CREATE INDEX ON organization.people (unit_id, name);
CREATE INDEX ON organization.people (unit_id, merged_into) WHERE merged_into IS NOT NULL;

-- Found by any one or two characters of the name and by pinyin initials: equality only, so that row-level
-- security keeps the index usable.
CREATE TABLE organization.people_tokens (
    unit_id uuid NOT NULL,
    token text NOT NULL CHECK (length(token) BETWEEN 1 AND 12),
    person_id uuid NOT NULL,
    PRIMARY KEY (unit_id, token, person_id)
);
CREATE INDEX ON organization.people_tokens (unit_id, person_id);

-- Unique across units, so a table of its own, keyed by the keyed hash; the number itself is sealed (AES-GCM)
-- with a key that is not in the database.
CREATE TABLE organization.identity_numbers (
    number_hash bytea PRIMARY KEY CHECK (length(number_hash) = 32),
    unit_id uuid NOT NULL,
    person_id uuid NOT NULL,
    sealed bytea NOT NULL
);
CREATE UNIQUE INDEX ON organization.identity_numbers (unit_id, person_id);

-- Where a person belongs. In the Party sphere a person has one branch at a time; likewise one place in the
-- administrative sphere; youth groups and mass organizations are further spheres.
CREATE TABLE organization.memberships (
    unit_id uuid NOT NULL,
    membership_id uuid NOT NULL,
    person_id uuid NOT NULL,
    sphere text NOT NULL CHECK (sphere IN ('party', 'administrative', 'youth', 'mass')),
    organization_id uuid NOT NULL,
    group_id uuid,
    kind text NOT NULL CHECK (kind IN ('full', 'probationary', 'prospect', 'activist', 'applicant', 'none')),
    states text[] NOT NULL DEFAULT '{}'
        CHECK (states <@ ARRAY['floating', 'retired', 'suspended', 'lost_contact']),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    ended_by text CHECK (ended_by IN ('transfer', 'death', 'expulsion', 'withdrawal', 'left', 'reorganization')),
    recorded_from timestamptz NOT NULL,
    recorded_to timestamptz NOT NULL,
    PRIMARY KEY (unit_id, membership_id),
    CHECK (valid_from < valid_to),
    CHECK (recorded_from <= recorded_to),
    -- The most telling column first: with the unit first a GiST index of one unit is one heap to search through.
    EXCLUDE USING gist (person_id WITH =, unit_id WITH =, sphere WITH =, daterange(valid_from, valid_to) WITH &&,
        tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX ON organization.memberships (unit_id, person_id, sphere) WHERE recorded_to = 'infinity';
CREATE INDEX ON organization.memberships (unit_id, group_id) WHERE group_id IS NOT NULL;
CREATE INDEX ON organization.memberships (unit_id, organization_id, valid_to) WHERE recorded_to = 'infinity';

-- One committee's term of office (届次), from an election to the next.
CREATE TABLE organization.terms (
    unit_id uuid NOT NULL,
    term_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    begins_on date NOT NULL,
    due_on date NOT NULL,
    elected_by text CHECK (length(elected_by) <= 200),
    PRIMARY KEY (unit_id, term_id),
    UNIQUE (unit_id, organization_id, begins_on),
    CHECK (begins_on < due_on)
);

CREATE TABLE organization.appointments (
    unit_id uuid NOT NULL,
    appointment_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    post text NOT NULL,
    person_id uuid NOT NULL,
    deputy boolean NOT NULL DEFAULT false,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    due_on date,
    recorded_from timestamptz NOT NULL,
    recorded_to timestamptz NOT NULL,
    PRIMARY KEY (unit_id, appointment_id),
    CHECK (valid_from < valid_to),
    CHECK (recorded_from <= recorded_to),
    EXCLUDE USING gist (person_id WITH =, unit_id WITH =, organization_id WITH =, post WITH =,
        daterange(valid_from, valid_to) WITH &&, tstzrange(recorded_from, recorded_to) WITH &&)
);
CREATE INDEX ON organization.appointments (unit_id, organization_id, valid_to) WHERE recorded_to = 'infinity';
CREATE INDEX ON organization.appointments (unit_id, person_id) WHERE recorded_to = 'infinity';

-- What was changed about a person: field, before, after. Values of sealed fields are never written here.
CREATE TABLE organization.person_changes (
    unit_id uuid NOT NULL,
    change_id uuid NOT NULL,
    person_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('added', 'amended', 'transferred', 'left', 'imported', 'import_undone',
        'merged', 'restored', 'appointed', 'relieved')),
    effective_on date,
    reason text CHECK (length(reason) <= 500),
    detail jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (unit_id, change_id)
);
CREATE INDEX ON organization.person_changes (unit_id, person_id, recorded_at);

SELECT shared.distribute(t) FROM unnest(ARRAY['organization.people', 'organization.people_tokens',
    'organization.memberships', 'organization.terms', 'organization.appointments',
    'organization.person_changes']::regclass[]) AS t;
SELECT shared.replicate('organization.identity_numbers');

ALTER TABLE organization.people_tokens ADD FOREIGN KEY (unit_id, person_id) REFERENCES organization.people;
ALTER TABLE organization.people ADD FOREIGN KEY (unit_id, merged_into) REFERENCES organization.people;
ALTER TABLE organization.memberships
    ADD FOREIGN KEY (unit_id, person_id) REFERENCES organization.people,
    ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations,
    ADD FOREIGN KEY (unit_id, group_id) REFERENCES organization.organizations;
ALTER TABLE organization.terms ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations;
ALTER TABLE organization.appointments
    ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations,
    ADD FOREIGN KEY (unit_id, person_id) REFERENCES organization.people;
ALTER TABLE organization.person_changes ADD FOREIGN KEY (unit_id, person_id) REFERENCES organization.people;

SELECT shared.protect(t) FROM unnest(ARRAY['organization.people', 'organization.people_tokens',
    'organization.memberships', 'organization.terms', 'organization.appointments', 'organization.person_changes',
    'organization.identity_numbers']::regclass[]) AS t;
GRANT SELECT, INSERT ON organization.people TO yijitong_app;
GRANT UPDATE (name, name_pinyin, sex, ethnicity, native_place, birth_date, joined_on, confirmed_on, work_started_on,
    education, phone, office_phone, job_title, note, revision, merged_into, removed_at) ON organization.people
    TO yijitong_app;
GRANT SELECT, INSERT, DELETE ON organization.people_tokens TO yijitong_app;
GRANT SELECT, INSERT, DELETE ON organization.identity_numbers TO yijitong_app;
GRANT UPDATE (person_id, sealed) ON organization.identity_numbers TO yijitong_app;
GRANT SELECT, INSERT ON organization.memberships, organization.terms, organization.appointments,
    organization.person_changes TO yijitong_app;
GRANT UPDATE (recorded_to) ON organization.memberships, organization.appointments TO yijitong_app;
GRANT UPDATE (due_on) ON organization.terms TO yijitong_app;
GRANT SELECT ON organization.people, organization.memberships, organization.appointments TO yijitong_rollup;

-- Whether numbers are held anywhere must be known across units, whose they are must not.
CREATE POLICY any_unit ON organization.identity_numbers FOR SELECT TO yijitong_owner USING (true);
CREATE FUNCTION organization.numbers_held(hashes text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT encode(number_hash, 'hex') FROM organization.identity_numbers
    WHERE number_hash = ANY(ARRAY(SELECT decode(h, 'hex') FROM unnest(hashes) AS h))
$$;
REVOKE ALL ON FUNCTION organization.numbers_held(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organization.numbers_held(text[]) TO yijitong_app;

-- Meetings that are planned. A plan stands as it is now; every change, with who made it and why, lies beside it.
CREATE TABLE activity.plans (
    unit_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    -- Planned together, one for each month.
    series_id uuid NOT NULL,
    -- Whoever changes names the revision that was read.
    revision int NOT NULL DEFAULT 1,
    state text NOT NULL CHECK (state IN ('open', 'recorded', 'cancelled')),
    held_on date NOT NULL,
    starts_at timestamptz,
    ends_at timestamptz,
    place text NOT NULL CHECK (length(place) <= 100),
    kinds text[] NOT NULL CHECK (cardinality(kinds) BETWEEN 1 AND 29),
    -- What is studied first; empty when nothing is.
    theme text NOT NULL CHECK (length(theme) <= 200),
    items text[] NOT NULL CHECK (cardinality(items) <= 20),
    -- What it became.
    record_id uuid,
    PRIMARY KEY (unit_id, plan_id)
);
CREATE INDEX ON activity.plans (unit_id, organization_id, held_on);
CREATE INDEX ON activity.plans (unit_id, record_id) WHERE record_id IS NOT NULL;

CREATE TABLE activity.plan_changes (
    unit_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    revision int NOT NULL,
    change text NOT NULL CHECK (change IN ('planned', 'moved', 'cancelled', 'recorded')),
    held_on date NOT NULL,
    reason text CHECK (length(reason) <= 500),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, plan_id, revision)
);

-- Who asked for leave and why; the latest of each person holds, and one without a cause says that they come after all.
CREATE TABLE activity.plan_leaves (
    unit_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    person_id uuid NOT NULL,
    revision int NOT NULL,
    cause text CHECK (cause IN ('leave', 'journey', 'illness', 'other')),
    note text CHECK (length(note) <= 100),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, plan_id, person_id, revision)
);
CREATE INDEX ON activity.plan_leaves (unit_id, person_id);

SELECT shared.distribute(t) FROM unnest(ARRAY['activity.plans', 'activity.plan_changes',
    'activity.plan_leaves']::regclass[]) AS t;
ALTER TABLE activity.plans
    ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations,
    ADD FOREIGN KEY (unit_id, record_id) REFERENCES activity.records;
ALTER TABLE activity.plan_changes ADD FOREIGN KEY (unit_id, plan_id) REFERENCES activity.plans;
ALTER TABLE activity.plan_leaves
    ADD FOREIGN KEY (unit_id, plan_id) REFERENCES activity.plans,
    ADD FOREIGN KEY (unit_id, person_id) REFERENCES organization.people;

SELECT shared.protect(t) FROM unnest(ARRAY['activity.plans', 'activity.plan_changes',
    'activity.plan_leaves']::regclass[]) AS t;
GRANT SELECT, INSERT ON activity.plans, activity.plan_changes, activity.plan_leaves TO yijitong_app;
GRANT UPDATE (revision, state, held_on, starts_at, ends_at, record_id) ON activity.plans TO yijitong_app;

-- Sides of a joint activity of which the host has no rows. An invitation lies among the rows of the unit that is asked
-- and holds what its ledger needs to be told; the answer lies beside it, and once more among the rows of the host.
CREATE TABLE activity.invitations (
    unit_id uuid NOT NULL,
    invitation_id uuid NOT NULL,
    host_unit_id uuid NOT NULL,
    record_id uuid NOT NULL,
    host_name text NOT NULL,
    -- What the host calls the side.
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    held_on date NOT NULL,
    title text NOT NULL,
    kinds text[] NOT NULL,
    fields jsonb NOT NULL,
    withdrawn boolean NOT NULL DEFAULT false,
    PRIMARY KEY (unit_id, invitation_id),
    UNIQUE (unit_id, record_id, name)
);

CREATE TABLE activity.answers (
    unit_id uuid NOT NULL,
    invitation_id uuid NOT NULL,
    -- Who took part; null when nobody did.
    organization_id uuid,
    absent uuid[] NOT NULL DEFAULT '{}',
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, invitation_id)
);
CREATE INDEX ON activity.answers (unit_id, organization_id) WHERE organization_id IS NOT NULL;

CREATE TABLE activity.guest_answers (
    unit_id uuid NOT NULL,
    record_id uuid NOT NULL,
    guest_unit_id uuid NOT NULL,
    name text NOT NULL,
    took_part boolean NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (unit_id, record_id, guest_unit_id, name)
);

SELECT shared.distribute(t) FROM unnest(ARRAY['activity.invitations', 'activity.answers',
    'activity.guest_answers']::regclass[]) AS t;
ALTER TABLE activity.answers
    ADD FOREIGN KEY (unit_id, invitation_id) REFERENCES activity.invitations,
    ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations;
ALTER TABLE activity.guest_answers ADD FOREIGN KEY (unit_id, record_id) REFERENCES activity.records;

SELECT shared.protect(t) FROM unnest(ARRAY['activity.invitations', 'activity.answers',
    'activity.guest_answers']::regclass[]) AS t;
GRANT SELECT, INSERT ON activity.invitations, activity.answers, activity.guest_answers TO yijitong_app;
GRANT UPDATE (host_name, held_on, title, kinds, fields, withdrawn) ON activity.invitations TO yijitong_app;

-- Documents that are being written: one person writes, another agrees, and only then is it published. A draft stands as
-- it is now; every step, with the text it was about, lies beside it.
CREATE TABLE mechanism.drafts (
    unit_id uuid NOT NULL,
    draft_id uuid NOT NULL,
    -- Whoever changes it names the revision that was read.
    revision int NOT NULL DEFAULT 1,
    state text NOT NULL CHECK (state IN ('open', 'submitted', 'published', 'dropped')),
    title text NOT NULL CHECK (length(title) <= 200),
    content text NOT NULL CHECK (length(content) <= 200000),
    changed_at timestamptz NOT NULL,
    written_by uuid NOT NULL,
    submitted_by uuid,
    approved_by uuid,
    PRIMARY KEY (unit_id, draft_id),
    CHECK (state <> 'published' OR approved_by IS NOT NULL),
    -- Two persons: nobody agrees to what they wrote or sent in.
    CHECK (approved_by NOT IN (written_by, submitted_by))
);
CREATE INDEX ON mechanism.drafts (unit_id, changed_at);

CREATE TABLE mechanism.draft_steps (
    unit_id uuid NOT NULL,
    draft_id uuid NOT NULL,
    revision int NOT NULL,
    step text NOT NULL CHECK (step IN ('written', 'submitted', 'returned', 'published', 'dropped')),
    content text NOT NULL,
    note text NOT NULL CHECK (length(note) <= 500),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, draft_id, revision)
);

SELECT shared.distribute(t) FROM unnest(ARRAY['mechanism.drafts', 'mechanism.draft_steps']::regclass[]) AS t;
ALTER TABLE mechanism.draft_steps ADD FOREIGN KEY (unit_id, draft_id) REFERENCES mechanism.drafts;
SELECT shared.protect(t) FROM unnest(ARRAY['mechanism.drafts', 'mechanism.draft_steps']::regclass[]) AS t;
GRANT SELECT, INSERT ON mechanism.drafts, mechanism.draft_steps TO yijitong_app;
GRANT UPDATE (revision, state, title, content, changed_at, written_by, submitted_by, approved_by) ON mechanism.drafts
    TO yijitong_app;

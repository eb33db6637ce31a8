-- Workbooks of organizations that wait for somebody's word. What they would do is worked out anew whenever it is shown.
CREATE TABLE organization.import_charts (
    unit_id uuid NOT NULL,
    import_id uuid NOT NULL,
    top_id uuid NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
    -- Sealed: somebody may have taken a roster for it. Gone once it is put in or put away.
    file bytea CHECK (file IS NULL OR state = 'waiting'),
    effective_on date NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'applied', 'cancelled')),
    added int NOT NULL DEFAULT 0,
    changed int NOT NULL DEFAULT 0,
    finished_at timestamptz,
    PRIMARY KEY (unit_id, import_id)
);
CREATE INDEX ON organization.import_charts (unit_id, created_at);

SELECT shared.distribute('organization.import_charts'::regclass);
SELECT shared.protect('organization.import_charts'::regclass);
GRANT SELECT, INSERT ON organization.import_charts TO yijitong_app;
GRANT UPDATE (file, state, added, changed, finished_at) ON organization.import_charts TO yijitong_app;

-- Ledgers of past years that were written down: each is a row, and every record written by it names it. One that was
-- taken back as a whole has a row beside it that says so; its records stay, withdrawn.
CREATE TABLE activity.ledger_imports (
    unit_id uuid NOT NULL,
    import_id uuid NOT NULL,
    -- Where the reach of whoever brought it in ended: nobody with a smaller reach sees it.
    top_id uuid NOT NULL,
    -- Whose ledger it is; some of its records may be of organizations below.
    organization_id uuid NOT NULL,
    account_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    file_name text NOT NULL CHECK (length(file_name) <= 200),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    records int NOT NULL CHECK (records > 0),
    PRIMARY KEY (unit_id, import_id)
);
CREATE INDEX ON activity.ledger_imports (unit_id, top_id);
CREATE INDEX ON activity.ledger_imports (unit_id, organization_id);

CREATE TABLE activity.ledger_undoings (
    unit_id uuid NOT NULL,
    import_id uuid NOT NULL,
    account_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    -- How many it withdrew; those withdrawn by hand before stayed as they were.
    records int NOT NULL CHECK (records > 0),
    PRIMARY KEY (unit_id, import_id)
);

SELECT shared.distribute(t) FROM unnest(ARRAY['activity.ledger_imports', 'activity.ledger_undoings']::regclass[]) AS t;
-- Written by hand where it is null.
ALTER TABLE activity.records ADD COLUMN import_id uuid;
CREATE INDEX ON activity.records (unit_id, import_id) WHERE import_id IS NOT NULL;
ALTER TABLE activity.ledger_imports
    ADD FOREIGN KEY (unit_id, top_id) REFERENCES organization.organizations,
    ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations;
ALTER TABLE activity.ledger_undoings ADD FOREIGN KEY (unit_id, import_id) REFERENCES activity.ledger_imports;
ALTER TABLE activity.records ADD FOREIGN KEY (unit_id, import_id) REFERENCES activity.ledger_imports;

SELECT shared.protect(t) FROM unnest(ARRAY['activity.ledger_imports', 'activity.ledger_undoings']::regclass[]) AS t;
GRANT SELECT, INSERT ON activity.ledger_imports, activity.ledger_undoings TO yijitong_app;

-- A roster coming in: the file as it was given, how its columns are understood, and what each row would do.
-- Nothing here is the roster; it is written in one transaction when someone says so.
CREATE TABLE organization.imports (
    unit_id uuid NOT NULL,
    import_id uuid NOT NULL,
    top_id uuid NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 200),
    -- Sealed like the identity numbers in it; emptied when the import is put away.
    file bytea,
    effective_on date NOT NULL,
    state text NOT NULL CHECK (state IN ('reading', 'checked', 'applying', 'applied', 'undone', 'cancelled', 'refused')),
    -- reading, matching: how far the work is
    stage text NOT NULL DEFAULT 'reading' CHECK (stage IN ('reading', 'matching', 'applying', 'done')),
    done int NOT NULL DEFAULT 0,
    total int NOT NULL DEFAULT 0,
    beat_at timestamptz NOT NULL,
    format text,
    sheets int NOT NULL DEFAULT 0,
    skipped int NOT NULL DEFAULT 0,
    message text,
    message_arguments text[] NOT NULL DEFAULT '{}',
    finished_at timestamptz,
    PRIMARY KEY (unit_id, import_id)
);
CREATE INDEX ON organization.imports (unit_id, created_at);

-- How the columns of each sheet are understood. Headings are joined over sheets of the same layout.
CREATE TABLE organization.import_columns (
    unit_id uuid NOT NULL,
    import_id uuid NOT NULL,
    sheet int NOT NULL,
    col int NOT NULL,
    sheet_name text NOT NULL,
    heading text NOT NULL,
    field text NOT NULL,
    sure boolean NOT NULL,
    sample text NOT NULL,
    PRIMARY KEY (unit_id, import_id, sheet, col)
);

CREATE TABLE organization.import_rows (
    unit_id uuid NOT NULL,
    import_id uuid NOT NULL,
    line int NOT NULL,
    sheet int NOT NULL,
    sheet_name text NOT NULL,
    row_number int NOT NULL,
    given text[] NOT NULL,
    name text,
    name_pinyin text,
    tokens text[] NOT NULL DEFAULT '{}',
    sex text,
    ethnicity text,
    native_place text,
    birth_date date,
    joined_on date,
    confirmed_on date,
    work_started_on date,
    education text,
    phone text,
    office_phone text,
    job_title text,
    note text,
    identity_shown text,
    identity_hash text,
    identity_sealed text,
    written_branch text,
    organization_id uuid,
    group_id uuid,
    kind text,
    states text[] NOT NULL DEFAULT '{}',
    deceased boolean NOT NULL DEFAULT false,
    -- Faults: field, column, message key, arguments, what could be put there instead.
    faults jsonb NOT NULL DEFAULT '[]',
    notes jsonb NOT NULL DEFAULT '[]',
    verdict text NOT NULL CHECK (verdict IN ('added', 'changed', 'same', 'refused', 'left')),
    new_person_id uuid NOT NULL,
    person_id uuid,
    revision int,
    -- For changed rows: what differs, and what stood there before, to undo it.
    changes jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (unit_id, import_id, line)
);
CREATE INDEX ON organization.import_rows (unit_id, import_id, verdict, line);
CREATE INDEX ON organization.import_rows (unit_id, import_id, identity_hash);

-- What a person said about one cell, or about a whole row (field 'ROW', value 'leave').
CREATE TABLE organization.import_fixes (
    unit_id uuid NOT NULL,
    import_id uuid NOT NULL,
    sheet int NOT NULL,
    row_number int NOT NULL,
    field text NOT NULL,
    value text NOT NULL CHECK (length(value) <= 200),
    PRIMARY KEY (unit_id, import_id, sheet, row_number, field)
);

-- What a unit once said about a heading or a written branch is used again.
CREATE TABLE organization.remembered_headings (
    unit_id uuid NOT NULL,
    heading text NOT NULL CHECK (length(heading) <= 200),
    field text NOT NULL,
    PRIMARY KEY (unit_id, heading)
);
CREATE TABLE organization.remembered_branches (
    unit_id uuid NOT NULL,
    written text NOT NULL CHECK (length(written) <= 200),
    organization_id uuid NOT NULL,
    PRIMARY KEY (unit_id, written)
);

SELECT shared.distribute(t) FROM unnest(ARRAY['organization.imports', 'organization.import_columns',
    'organization.import_rows', 'organization.import_fixes', 'organization.remembered_headings',
    'organization.remembered_branches']::regclass[]) AS t;
ALTER TABLE organization.import_columns ADD FOREIGN KEY (unit_id, import_id) REFERENCES organization.imports;
ALTER TABLE organization.import_rows ADD FOREIGN KEY (unit_id, import_id) REFERENCES organization.imports;
ALTER TABLE organization.import_fixes ADD FOREIGN KEY (unit_id, import_id) REFERENCES organization.imports;
ALTER TABLE organization.remembered_branches
    ADD FOREIGN KEY (unit_id, organization_id) REFERENCES organization.organizations;
CREATE INDEX ON organization.remembered_branches (unit_id, organization_id);

SELECT shared.protect(t) FROM unnest(ARRAY['organization.imports', 'organization.import_columns',
    'organization.import_rows', 'organization.import_fixes', 'organization.remembered_headings',
    'organization.remembered_branches']::regclass[]) AS t;
GRANT SELECT, INSERT ON organization.imports TO yijitong_app;
GRANT UPDATE (file, state, stage, done, total, beat_at, format, sheets, skipped, message, message_arguments,
    finished_at) ON organization.imports TO yijitong_app;
GRANT SELECT, INSERT, DELETE ON organization.import_columns, organization.import_rows,
    organization.import_fixes, organization.remembered_headings, organization.remembered_branches TO yijitong_app;
GRANT UPDATE (field, sure) ON organization.import_columns TO yijitong_app;
GRANT UPDATE (faults, notes, verdict, person_id, revision, changes) ON organization.import_rows TO yijitong_app;
GRANT UPDATE (value) ON organization.import_fixes TO yijitong_app;
GRANT UPDATE (field) ON organization.remembered_headings TO yijitong_app;
GRANT UPDATE (organization_id) ON organization.remembered_branches TO yijitong_app;

-- A fresh import is unknown to the planner, which then compares its rows one by one with each other. The application
-- may not ANALYZE what it does not own.
CREATE FUNCTION organization.know_import_rows(unit uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    ANALYZE organization.import_rows;
    RETURN unit;
END $$;
REVOKE ALL ON FUNCTION organization.know_import_rows(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organization.know_import_rows(uuid) TO yijitong_app;

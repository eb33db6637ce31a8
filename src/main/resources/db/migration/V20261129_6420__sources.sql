-- What a matter serves: decisions of records, and directives by their words. There may be several.
CREATE TABLE matter.sources (
    unit_id uuid NOT NULL,
    source_id uuid NOT NULL,
    matter_id uuid NOT NULL,
    record_id uuid,
    -- Which decision of the record, from 1, and what it said then; 0 for the record as a whole.
    decision int NOT NULL CHECK (decision >= 0),
    words text NOT NULL CHECK (length(words) <= 500),
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    PRIMARY KEY (unit_id, source_id),
    CHECK (record_id IS NOT NULL OR (words <> '' AND decision = 0))
);
CREATE UNIQUE INDEX ON matter.sources (unit_id, matter_id, record_id, decision, words) NULLS NOT DISTINCT;
CREATE INDEX ON matter.sources (unit_id, record_id);

SELECT shared.distribute('matter.sources');
ALTER TABLE matter.sources
    ADD FOREIGN KEY (unit_id, matter_id) REFERENCES matter.matters,
    ADD FOREIGN KEY (unit_id, record_id) REFERENCES activity.records;
SELECT shared.protect('matter.sources');
GRANT SELECT, INSERT ON matter.sources TO yijitong_app;

ALTER TABLE matter.events DROP CONSTRAINT events_kind_check;
ALTER TABLE matter.events ADD CONSTRAINT events_kind_check
    CHECK (kind IN ('begun', 'step', 'handed', 'moved', 'linked'));

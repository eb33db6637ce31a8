-- Who of a unit's roster holds an account: the latest row holds, one without a person says that nobody does.
CREATE TABLE access.holders (
    unit_id uuid NOT NULL,
    account_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    person_id uuid,
    said_by uuid NOT NULL,
    PRIMARY KEY (unit_id, account_id, recorded_at)
);
CREATE INDEX ON access.holders (unit_id, person_id);

-- Entries that were joined with another entry of the same person.
CREATE VIEW organization.v_mergers WITH (security_invoker = true) AS
SELECT unit_id, person_id, merged_into FROM organization.people WHERE merged_into IS NOT NULL;

SELECT shared.distribute('access.holders');
ALTER TABLE access.holders ADD FOREIGN KEY (unit_id, person_id) REFERENCES organization.people;
SELECT shared.protect('access.holders');
GRANT SELECT, INSERT ON access.holders TO yijitong_app;
GRANT SELECT ON organization.v_mergers TO yijitong_app;

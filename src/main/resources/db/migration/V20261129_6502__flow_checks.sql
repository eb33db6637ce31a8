-- A unit has compared a flow with the official text of the rule it rests on.
CREATE TABLE matter.flow_checks (
    unit_id uuid NOT NULL,
    version_id uuid NOT NULL,
    account_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (unit_id, version_id)
);

SELECT shared.distribute('matter.flow_checks');
SELECT shared.protect('matter.flow_checks');
GRANT SELECT, INSERT ON matter.flow_checks TO yijitong_app;

-- Flows: how matters of one kind go, in versions. A version is never changed; running matters keep theirs.
CREATE SCHEMA matter;
GRANT USAGE ON SCHEMA matter TO yijitong_app, yijitong_rollup;

CREATE TABLE matter.flow_versions (
    version_id uuid PRIMARY KEY,
    flow text NOT NULL CHECK (flow ~ '^[a-z][a-z0-9-]{1,59}$'),
    number int NOT NULL CHECK (number >= 1),
    pack text NOT NULL CHECK (length(pack) BETWEEN 1 AND 40),
    published_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    content text NOT NULL,
    UNIQUE (flow, number)
);

SELECT shared.replicate('matter.flow_versions');
GRANT SELECT, INSERT ON matter.flow_versions TO yijitong_app;

-- What people were told about what is held on them, as it was when it changed: whoever is told something else has to be told
-- what changed (PIPL art. 17). Written at a start whose register says something else; it belongs to no unit.
CREATE TABLE personal.notice_versions (
    recorded_at timestamptz PRIMARY KEY,
    told jsonb NOT NULL
);

SELECT shared.replicate('personal.notice_versions');
GRANT SELECT, INSERT ON personal.notice_versions TO yijitong_app;

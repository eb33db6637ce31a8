-- What people are called, for records of what they did long ago: those who left or were joined with another included.
CREATE VIEW organization.v_people_names WITH (security_invoker = true) AS
SELECT unit_id, person_id, name FROM organization.people;
GRANT SELECT ON organization.v_people_names TO yijitong_app;

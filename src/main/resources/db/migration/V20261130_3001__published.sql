-- How many versions were published ever: whoever holds the rules in memory sees by it, inside the statement that decides
-- something, whether another server published meanwhile. Versions are added only.
CREATE VIEW mechanism.v_published AS SELECT count(*)::int AS versions FROM mechanism.versions;
GRANT SELECT ON mechanism.v_published TO yijitong_app;

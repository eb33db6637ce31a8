-- The product's database and its roles. The embedded server runs this by itself on its first start.
-- On a server of your own, run it once as an administrator (see docs/operations.md):
--   psql -v owner_password=... -v app_password=... -d postgres -f roles.sql
-- The database comes last, so that a database that is there has its roles.

-- Owns the database and everything in it, runs the migrations. No superuser: it cannot step around other databases.
CREATE ROLE yijitong_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'owner_password';

-- Serves the pages. Owns nothing and is held by row-level security. NOINHERIT: it has the roll-up role's rights only
-- in a transaction that says SET LOCAL ROLE.
CREATE ROLE yijitong_app LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'app_password';

-- Reads across units, above a root it has been told.
CREATE ROLE yijitong_rollup NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
GRANT yijitong_rollup TO yijitong_app;

-- C.UTF-8 sorts alike on every machine and keeps Chinese text searchable by trigrams.
CREATE DATABASE yijitong OWNER yijitong_owner TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8';
GRANT CONNECT, TEMPORARY ON DATABASE yijitong TO yijitong_app;
REVOKE ALL ON DATABASE yijitong FROM PUBLIC;

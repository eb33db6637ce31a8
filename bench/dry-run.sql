-- The officer of a unit of bench/ledger.sql, :number, has the token "bench".
\set ON_ERROR_STOP on
SELECT unit_id AS unit, root_id AS top FROM organization.v_unit_heads WHERE unit_id = md5('ledger unit ' || :'number')::uuid \gset
\ir token.sql

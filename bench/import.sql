-- A unit of the demonstration world whose officer brings rosters with the token "bench".
\set ON_ERROR_STOP on
SELECT unit_id AS unit, root_id AS top FROM organization.v_unit_heads WHERE code = 'LH-GH' \gset
\ir token.sql

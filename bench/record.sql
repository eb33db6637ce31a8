-- An officer of one unit of ledger.sql, who writes through the interface with the token "bench".
\set ON_ERROR_STOP on
SELECT md5('ledger unit 1')::uuid AS unit, md5('ledger 1 0')::uuid AS top \gset
\ir token.sql

-- Lets the planner know at once what was just opened by the thousand: until autovacuum comes round it knows nothing of
-- a table that was empty a moment ago, and loops over all obligations of a unit for every fact.
CREATE FUNCTION ledger.survey() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    ANALYZE ledger.obligations, ledger.standings, ledger.facts, ledger.fact_people, ledger.contributions;
END
$$;
REVOKE ALL ON FUNCTION ledger.survey() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.survey() TO yijitong_app;

-- What some facts count for now. The order of the joins is that of the view, facts first, and the plan is kept: a unit
-- that is new to the planner's statistics would else be read whole for each record, and planning takes longer than this.
CREATE FUNCTION ledger.matches_of(unit uuid, facts uuid[]) RETURNS SETOF ledger.v_matches
LANGUAGE sql STABLE ROWS 20 SET join_collapse_limit = 1 SET plan_cache_mode = force_generic_plan AS $$
    SELECT m.* FROM ledger.v_matches m
    WHERE m.unit_id = unit AND m.fact_id = ANY(facts) AND m.held_to = 'infinity'
$$;

-- What was known of some organizations is asked for by the same function as what was known of all.
DROP FUNCTION ledger.known(uuid, date, date, timestamptz);

-- Obligations of some organizations, or of all when none are named, for periods that end between two days, as they
-- were known at a moment: held then, with what had counted and what was excused by then.
CREATE FUNCTION ledger.known(unit uuid, organizations uuid[], first date, last date, moment timestamptz) RETURNS TABLE (
    unit_id uuid, obligation_id uuid, duty_id uuid, duty_version_id uuid, organization_id uuid, person_id uuid,
    period_from date, period_to date, due_on date, known_on date, need numeric, done numeric, excused boolean)
LANGUAGE sql STABLE AS $$
    WITH held AS MATERIALIZED (
        SELECT o.obligation_id, o.duty_id, o.duty_version_id, o.organization_id, o.person_id, o.period_from,
               o.period_to, o.due_on, o.known_on, o.need
        FROM ledger.obligations o
        WHERE o.unit_id = unit AND o.period_to BETWEEN first AND last
          AND (organizations IS NULL OR o.organization_id = ANY(organizations))
          AND o.recorded_from < moment AND o.recorded_to >= moment
    ), counted AS (
        SELECT c.obligation_id, sum(c.amount) AS done
        FROM held h
        JOIN ledger.contributions c ON c.unit_id = unit AND c.obligation_id = h.obligation_id AND c.recorded_at < moment
        GROUP BY c.obligation_id
    )
    SELECT unit, h.obligation_id, h.duty_id, h.duty_version_id, h.organization_id, h.person_id, h.period_from,
           h.period_to, h.due_on, h.known_on, h.need, coalesce(c.done, 0), e.excuse_id IS NOT NULL
    FROM held h
    LEFT JOIN counted c ON c.obligation_id = h.obligation_id
    LEFT JOIN ledger.excuses e ON e.unit_id = unit AND e.organization_id = h.organization_id
        AND e.duty_id = h.duty_id AND e.period_from = h.period_from AND h.person_id IS NULL
        AND e.recorded_from < moment AND e.recorded_to >= moment
$$;

-- Who of the roster an account stands for, by the entry that is left where two entries of the person were joined; asked
-- together with what they want to do, in one statement.
CREATE FUNCTION access.self(unit uuid, account uuid) RETURNS TABLE (person_id uuid)
LANGUAGE sql STABLE ROWS 1 AS $$
    WITH RECURSIVE entry AS (
        (SELECT h.person_id FROM access.holders h
         WHERE h.unit_id = unit AND h.account_id = account
         ORDER BY h.recorded_at DESC LIMIT 1)
        UNION ALL
        SELECT m.merged_into FROM entry e
        JOIN organization.v_mergers m ON m.unit_id = unit AND m.person_id = e.person_id
    )
    SELECT p.person_id FROM entry e
    JOIN organization.v_people p ON p.unit_id = unit AND p.person_id = e.person_id
$$;

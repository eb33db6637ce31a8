-- Those who judge for an organization for a time (评委) hold no post of it and may stand in no roster: they have a matter by
-- their grant, where its flow names them. Their word among the posts is 'judge'.
CREATE INDEX ON access.grants (unit_id, organization_id) WHERE role = 'judge';

-- Whether somebody judges for an organization on a day who did not do what is judged.
CREATE FUNCTION matter.judged_by(unit uuid, organization uuid, barred uuid[], today date) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM access.v_grants g
        WHERE g.unit_id = unit AND g.organization_id = organization AND g.role = 'judge'
          AND today >= g.valid_from AND today < g.valid_to
          AND NOT EXISTS (SELECT FROM access.self(unit, g.account_id) s WHERE s.person_id = ANY(barred)))
$$;

-- As before, and where judges are named, those who judge for the organization.
CREATE OR REPLACE FUNCTION matter.owner_above(unit uuid, named uuid, posts text[], barred uuid[], raised int, today date)
RETURNS TABLE (owner_id uuid, vacant boolean)
LANGUAGE sql STABLE ROWS 1 AS $$
    WITH paths AS MATERIALIZED (
        SELECT p.ancestor_id, p.depth, p.valid_to, today >= p.valid_from AND today < p.valid_to AS now
        FROM organization.v_paths p WHERE p.unit_id = unit AND p.descendant_id = named
    ), line AS (
        SELECT p.ancestor_id, min(p.depth) AS depth
        FROM paths p
        WHERE (p.now OR (NOT EXISTS (SELECT FROM paths WHERE now) AND p.valid_to = (SELECT max(valid_to) FROM paths)))
          AND EXISTS (SELECT FROM organization.v_organizations o
              WHERE o.unit_id = unit AND o.organization_id = p.ancestor_id
                AND today >= o.valid_from AND today < o.valid_to)
        GROUP BY p.ancestor_id
    ), ranked AS (
        SELECT l.ancestor_id, l.depth, row_number() OVER (ORDER BY l.depth) AS rank, count(*) OVER () AS many
        FROM line l
    ), held AS (
        SELECT r.ancestor_id, r.depth, r.rank,
               EXISTS (SELECT FROM organization.v_appointments a
                   WHERE a.unit_id = unit AND a.organization_id = r.ancestor_id AND a.person_id <> ALL(barred)
                     AND today >= a.valid_from AND today < a.valid_to
                     AND (a.post = ANY(posts) OR (r.depth > 0
                         AND a.post IN ('secretary', 'deputy_secretary', 'full_time_deputy_secretary'))))
               OR ('judge' = ANY(posts) AND matter.judged_by(unit, r.ancestor_id, barred, today)) AS held
        FROM ranked r WHERE r.rank > least(raised, r.many - 1)
    )
    SELECT h.ancestor_id, NOT h.held OR h.rank > (SELECT min(rank) FROM held) OR (raised = 0 AND h.depth > 0)
    FROM held h
    ORDER BY h.held DESC, CASE WHEN h.held THEN h.depth ELSE -h.depth END
    LIMIT 1
$$;

CREATE OR REPLACE FUNCTION matter.owner(unit uuid, named uuid, posts text[], barred uuid[], raised int, today date)
RETURNS TABLE (owner_id uuid, vacant boolean)
LANGUAGE plpgsql STABLE ROWS 1 AS $$
#variable_conflict use_column
BEGIN
    IF raised = 0 AND (EXISTS (
        SELECT FROM organization.v_appointments a
        WHERE a.unit_id = owner.unit AND a.organization_id = owner.named AND a.person_id <> ALL(owner.barred)
          AND owner.today >= a.valid_from AND owner.today < a.valid_to AND a.post = ANY(owner.posts))
        OR ('judge' = ANY(owner.posts)
            AND matter.judged_by(owner.unit, owner.named, owner.barred, owner.today)))
      AND EXISTS (
        SELECT FROM organization.v_paths p
        WHERE p.unit_id = owner.unit AND p.descendant_id = owner.named AND p.ancestor_id = owner.named
          AND owner.today >= p.valid_from AND owner.today < p.valid_to)
      AND EXISTS (
        SELECT FROM organization.v_organizations o
        WHERE o.unit_id = owner.unit AND o.organization_id = owner.named
          AND owner.today >= o.valid_from AND owner.today < o.valid_to) THEN
        RETURN QUERY SELECT owner.named, false;
    ELSE
        RETURN QUERY SELECT o.owner_id, o.vacant
        FROM matter.owner_above(owner.unit, owner.named, owner.posts, owner.barred, owner.raised, owner.today) o;
    END IF;
END
$$;

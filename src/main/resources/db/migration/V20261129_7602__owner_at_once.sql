-- Who has it, asked with every step: mostly the named organization itself, where somebody holds the post. Only otherwise is
-- the line above it looked through (matter.owner_above, as it was); what is planned once is kept.
ALTER FUNCTION matter.owner(uuid, uuid, text[], uuid[], int, date) RENAME TO owner_above;

CREATE FUNCTION matter.owner(unit uuid, named uuid, posts text[], barred uuid[], raised int, today date)
RETURNS TABLE (owner_id uuid, vacant boolean)
LANGUAGE plpgsql STABLE ROWS 1 AS $$
#variable_conflict use_column
BEGIN
    IF raised = 0 AND EXISTS (
        SELECT FROM organization.v_appointments a
        WHERE a.unit_id = owner.unit AND a.organization_id = owner.named AND a.person_id <> ALL(owner.barred)
          AND owner.today >= a.valid_from AND owner.today < a.valid_to AND a.post = ANY(owner.posts))
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

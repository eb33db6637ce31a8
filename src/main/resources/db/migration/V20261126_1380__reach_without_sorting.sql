-- Whether an organization is reached is asked of a set; sorting thousands of organizations for it took half of the time of
-- every such question. One may now be named twice, which only those who count or list them have to mind.
CREATE OR REPLACE FUNCTION organization.reach(unit uuid, top uuid, today date) RETURNS TABLE (organization_id uuid)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT p.descendant_id
    FROM organization.organization_paths p
    WHERE p.unit_id = unit AND p.ancestor_id = top AND p.recorded_to = 'infinity'
      AND (p.valid_to > today OR NOT EXISTS (
          SELECT FROM organization.organization_paths later
          WHERE later.unit_id = unit AND later.descendant_id = p.descendant_id
            AND later.recorded_to = 'infinity' AND later.valid_to > p.valid_to))
    UNION ALL
    SELECT p.descendant_id
    FROM organization.organization_paths p
    WHERE p.unit_id = unit AND p.ancestor_id = top AND p.recorded_to < 'infinity'
      AND NOT EXISTS (
          SELECT FROM organization.organization_paths later
          WHERE later.unit_id = unit AND later.descendant_id = p.descendant_id
            AND later.recorded_to > p.recorded_to)
$$;

-- The organizations a top may reach: below it now or later, or below it when they ended, or, where a correction left
-- nothing of them standing, below it as last recorded: "as known then" still answers for those.
CREATE OR REPLACE FUNCTION organization.reach(unit uuid, top uuid, today date) RETURNS TABLE (organization_id uuid)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT DISTINCT p.descendant_id
    FROM organization.organization_paths p
    WHERE p.unit_id = unit AND p.ancestor_id = top AND p.recorded_to = 'infinity'
      AND (p.valid_to > today OR NOT EXISTS (
          SELECT FROM organization.organization_paths later
          WHERE later.unit_id = unit AND later.descendant_id = p.descendant_id
            AND later.recorded_to = 'infinity' AND later.valid_to > p.valid_to))
    UNION
    SELECT p.descendant_id
    FROM organization.organization_paths p
    WHERE p.unit_id = unit AND p.ancestor_id = top AND p.recorded_to < 'infinity'
      AND NOT EXISTS (
          SELECT FROM organization.organization_paths later
          WHERE later.unit_id = unit AND later.descendant_id = p.descendant_id
            AND later.recorded_to > p.recorded_to)
$$;

-- How many are where, and those of one flow in one state by their day; with who takes part, so that a unit with a hundred
-- thousand open ones is counted without reading them.
CREATE INDEX ON matter.matters (unit_id, flow, state, due_on, matter_id) INCLUDE (host_id, involved) WHERE due_on IS NOT NULL;

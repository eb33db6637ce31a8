-- Matters. What happened to one is its events, which are only added to; its state, owner and deadline follow from them
-- and change in the same transaction.
CREATE TABLE matter.matters (
    unit_id uuid NOT NULL,
    matter_id uuid NOT NULL,
    -- The version it was begun under; it keeps it.
    version_id uuid NOT NULL,
    flow text NOT NULL,
    host_id uuid NOT NULL,
    origin text CHECK (length(origin) <= 60),
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    begun_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    -- How many steps were taken; whoever takes one names the revision that was read.
    revision int NOT NULL,
    -- How many events there are, the handing over among them.
    place int NOT NULL,
    state text NOT NULL,
    open boolean NOT NULL,
    entered_on date NOT NULL,
    closed_on date,
    -- The organization and the posts that the flow names, people who may not act since they did what is judged, and by how
    -- many levels it was raised; null when nothing can be done any more.
    named_id uuid,
    posts text[] NOT NULL,
    barred uuid[] NOT NULL,
    raised int NOT NULL,
    -- Who has it today: the named organization, or the next one above it where somebody holds such a post.
    owner_id uuid,
    vacant boolean NOT NULL,
    due_on date,
    -- Whether the deadline lies in a year whose holidays are not known yet.
    provisional boolean NOT NULL,
    reopened int NOT NULL,
    -- How many steps were taken after their day.
    late int NOT NULL,
    -- Parties, who did which step last, days that were answered.
    known jsonb NOT NULL,
    -- Everyone who may see it: the host, the parties, the owner.
    involved uuid[] NOT NULL,
    PRIMARY KEY (unit_id, matter_id),
    -- Nothing open without somebody who has it and a day by which.
    CHECK (NOT open OR (owner_id IS NOT NULL AND due_on IS NOT NULL AND closed_on IS NULL))
);
CREATE INDEX ON matter.matters (unit_id, host_id);
CREATE INDEX ON matter.matters (unit_id, owner_id, due_on) WHERE due_on IS NOT NULL;
CREATE INDEX ON matter.matters (unit_id, due_on, matter_id) WHERE due_on IS NOT NULL;
CREATE INDEX ON matter.matters (unit_id, matter_id) WHERE provisional;

CREATE TABLE matter.events (
    unit_id uuid NOT NULL,
    matter_id uuid NOT NULL,
    place int NOT NULL,
    kind text NOT NULL CHECK (kind IN ('begun', 'step', 'handed', 'moved')),
    -- The step taken; empty when it was handed over, or its deadline moved since the holidays of a year became known.
    step text NOT NULL,
    state text NOT NULL,
    answers jsonb NOT NULL,
    owner_id uuid,
    due_on date,
    vacant boolean NOT NULL,
    late boolean NOT NULL,
    recorded_at timestamptz NOT NULL,
    -- Who did it, for which organization; nobody when it was handed over.
    account_id uuid,
    person_id uuid,
    actor_id uuid,
    on_behalf boolean NOT NULL,
    -- The key of the form or the program, so that sending it again finds it.
    once_key text NOT NULL CHECK (length(once_key) <= 100),
    PRIMARY KEY (unit_id, matter_id, place)
);

SELECT shared.distribute(t) FROM unnest(ARRAY['matter.matters', 'matter.events']::regclass[]) AS t;
ALTER TABLE matter.matters ADD FOREIGN KEY (unit_id, host_id) REFERENCES organization.organizations;
ALTER TABLE matter.events ADD FOREIGN KEY (unit_id, matter_id) REFERENCES matter.matters;
SELECT shared.protect(t) FROM unnest(ARRAY['matter.matters', 'matter.events']::regclass[]) AS t;
GRANT SELECT, INSERT ON matter.matters, matter.events TO yijitong_app;
GRANT UPDATE (revision, place, state, open, entered_on, closed_on, named_id, posts, barred, raised, owner_id, vacant,
    due_on, provisional, reopened, late, known, involved) ON matter.matters TO yijitong_app;

-- Who has it on a day: from the named organization upwards (or from its superior when it is no longer there), a number of
-- levels skipped, the first where somebody who may act holds one of the posts; above the named one its leaders do, too.
-- Where nobody does, the topmost has it, so that there is always one. Vacant: it is not whom the flow names.
CREATE FUNCTION matter.owner(unit uuid, named uuid, posts text[], barred uuid[], raised int, today date)
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
                         AND a.post IN ('secretary', 'deputy_secretary', 'full_time_deputy_secretary')))) AS held
        FROM ranked r WHERE r.rank > least(raised, r.many - 1)
    )
    SELECT h.ancestor_id, NOT h.held OR h.rank > (SELECT min(rank) FROM held) OR (raised = 0 AND h.depth > 0)
    FROM held h
    ORDER BY h.held DESC, CASE WHEN h.held THEN h.depth ELSE -h.depth END
    LIMIT 1
$$;

-- Matters are found by the names of files that showed something, too; and those that were written before there were tokens
-- are found at all. As Tokens.of cuts a text: every Chinese character, every two neighbours, words of letters and digits.
CREATE FUNCTION matter.pieces(said text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
    WITH runs AS (
        SELECT m[1] AS han, m[2] AS word
        FROM regexp_matches(lower(normalize(said, NFKC)),
            '([\u2E80-\u2FDF\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]+)|([a-z0-9]+)',
            'g') AS m)
    SELECT substr(r.han, place, many)
    FROM runs r, generate_series(1, length(r.han)) AS place, generate_series(1, 2) AS many
    WHERE r.han IS NOT NULL AND place + many - 1 <= length(r.han)
    UNION
    SELECT left(r.word, 12) FROM runs r WHERE r.word IS NOT NULL
$$;

-- No policy lets the owner see rows of units, so the policies rest meanwhile.
ALTER TABLE matter.matters NO FORCE ROW LEVEL SECURITY;
ALTER TABLE matter.events NO FORCE ROW LEVEL SECURITY;
ALTER TABLE matter.files NO FORCE ROW LEVEL SECURITY;
ALTER TABLE matter.evidence NO FORCE ROW LEVEL SECURITY;
ALTER TABLE matter.tokens NO FORCE ROW LEVEL SECURITY;

-- Which answers are texts only the flow says; days, numbers and ids are none.
INSERT INTO matter.tokens (unit_id, token, matter_id)
SELECT w.unit_id, t.token, w.matter_id
FROM (SELECT m.unit_id, m.matter_id, m.title AS said FROM matter.matters m
    UNION ALL
    SELECT e.unit_id, e.matter_id, a.value FROM matter.events e CROSS JOIN LATERAL jsonb_each_text(e.answers) AS a
    WHERE e.kind IN ('begun', 'step')
      AND a.value !~ '^([0-9.-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$') AS w
CROSS JOIN LATERAL matter.pieces(w.said) AS t(token)
WHERE NOT EXISTS (SELECT FROM matter.tokens k WHERE k.unit_id = w.unit_id AND k.matter_id = w.matter_id)
ON CONFLICT DO NOTHING;

INSERT INTO matter.tokens (unit_id, token, matter_id)
SELECT DISTINCT e.unit_id, t.token, e.matter_id
FROM matter.evidence e
JOIN matter.files f ON f.unit_id = e.unit_id AND f.file_id = e.file_id
CROSS JOIN LATERAL matter.pieces(f.name) AS t(token)
ON CONFLICT DO NOTHING;

ALTER TABLE matter.matters FORCE ROW LEVEL SECURITY;
ALTER TABLE matter.events FORCE ROW LEVEL SECURITY;
ALTER TABLE matter.files FORCE ROW LEVEL SECURITY;
ALTER TABLE matter.evidence FORCE ROW LEVEL SECURITY;
ALTER TABLE matter.tokens FORCE ROW LEVEL SECURITY;
DROP FUNCTION matter.pieces(text);

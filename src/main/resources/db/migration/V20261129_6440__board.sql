-- Found by any one or two characters, or by a word of letters or digits, of the title and of every text that was answered.
CREATE TABLE matter.tokens (
    unit_id uuid NOT NULL,
    token text NOT NULL CHECK (length(token) BETWEEN 1 AND 12),
    matter_id uuid NOT NULL,
    PRIMARY KEY (unit_id, token, matter_id)
);
CREATE INDEX ON matter.tokens (unit_id, matter_id);

SELECT shared.distribute('matter.tokens');
ALTER TABLE matter.tokens ADD FOREIGN KEY (unit_id, matter_id) REFERENCES matter.matters;
SELECT shared.protect('matter.tokens');
GRANT SELECT, INSERT ON matter.tokens TO yijitong_app;

-- What is settled, the latest first; what was begun in a year.
CREATE INDEX ON matter.matters (unit_id, closed_on, matter_id) WHERE due_on IS NULL;
CREATE INDEX ON matter.matters (unit_id, begun_on);

-- Whom a matter is about, where its flow says so and somebody was named when it was begun: by this the person concerned
-- finds it, and what is recorded of it.
CREATE TABLE matter.concerned (
    unit_id uuid NOT NULL,
    matter_id uuid NOT NULL,
    person_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (unit_id, matter_id)
);
CREATE INDEX ON matter.concerned (unit_id, person_id);

SELECT shared.distribute('matter.concerned');
ALTER TABLE matter.concerned
    ADD FOREIGN KEY (unit_id, matter_id) REFERENCES matter.matters,
    ADD FOREIGN KEY (unit_id, person_id) REFERENCES organization.people;
SELECT shared.protect('matter.concerned');
GRANT SELECT, INSERT ON matter.concerned TO yijitong_app;

-- To whom people turn about what is held on them (PIPL art. 17): of each unit the latest row counts.
CREATE TABLE personal.contacts (
    unit_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    office text NOT NULL CHECK (length(office) BETWEEN 1 AND 100),
    phone text NOT NULL CHECK (length(phone) BETWEEN 1 AND 60),
    address text NOT NULL CHECK (length(address) <= 200),
    PRIMARY KEY (unit_id, recorded_at)
);

SELECT shared.distribute('personal.contacts');
SELECT shared.protect('personal.contacts');
GRANT SELECT, INSERT ON personal.contacts TO yijitong_app;

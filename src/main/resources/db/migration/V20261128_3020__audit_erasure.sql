-- What an entry said can be erased, never said otherwise; the entry and its place in the tree stay.
GRANT UPDATE (detail, salt) ON audit.entries TO yijitong_app;
CREATE POLICY erased_only ON audit.entries AS RESTRICTIVE FOR UPDATE TO yijitong_app
    USING (true) WITH CHECK (detail IS NULL AND salt IS NULL);

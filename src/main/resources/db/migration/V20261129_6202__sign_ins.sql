-- Sign-ins are shown to whoever they concern: the kind of device beside the address, and wrong passwords are no longer
-- deleted by a right one but forgiven, so that they count no more and are still seen.
ALTER TABLE access.sign_in_attempts ADD COLUMN device text NOT NULL DEFAULT '' CHECK (length(device) <= 60);
ALTER TABLE access.sign_in_attempts DROP CONSTRAINT sign_in_attempts_outcome_check;
ALTER TABLE access.sign_in_attempts ADD CONSTRAINT sign_in_attempts_outcome_check
    CHECK (outcome IN ('open', 'failed', 'forgiven', 'succeeded', 'held'));

-- An import is taken back beside the requests, as it is put in: it says how far it is and can be stopped.
ALTER TABLE organization.imports
    DROP CONSTRAINT imports_state_check,
    DROP CONSTRAINT imports_stage_check,
    ADD CONSTRAINT imports_state_check CHECK (state IN
        ('reading', 'checked', 'applying', 'applied', 'undoing', 'undone', 'cancelled', 'refused')),
    ADD CONSTRAINT imports_stage_check CHECK (stage IN ('reading', 'matching', 'applying', 'undoing', 'done'));

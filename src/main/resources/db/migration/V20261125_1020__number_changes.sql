-- That a number was set belongs to the history of a person; what it is does not.
ALTER TABLE organization.person_changes DROP CONSTRAINT person_changes_kind_check,
    ADD CONSTRAINT person_changes_kind_check CHECK (kind IN ('added', 'amended', 'transferred', 'left', 'imported',
        'import_undone', 'merged', 'restored', 'appointed', 'relieved', 'number_set'));

-- The history of an organization also tells who came to and left its posts, and terms are known from a moment on.
ALTER TABLE organization.organization_changes DROP CONSTRAINT organization_changes_kind_check;
ALTER TABLE organization.organization_changes ADD CONSTRAINT organization_changes_kind_check
    CHECK (kind IN ('founded', 'renamed', 'moved', 'amended', 'merged', 'absorbed', 'split', 'split_off', 'closed',
        'corrected', 'appointed', 'relieved', 'handed_over'));
ALTER TABLE organization.terms ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now();

-- Papers that flows print themselves have templates, too: FLOW.PAPER.
ALTER TABLE paper.templates
    DROP CONSTRAINT templates_form_check,
    ADD CONSTRAINT templates_form_check CHECK (length(form) BETWEEN 1 AND 121);

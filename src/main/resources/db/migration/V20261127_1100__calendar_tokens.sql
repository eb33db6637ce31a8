-- A token stands for one purpose: a program that works as a post, or the calendar of a post, which it can only read.
ALTER TABLE access.api_tokens ADD COLUMN purpose text NOT NULL DEFAULT 'program'
    CHECK (purpose IN ('program', 'calendar'));

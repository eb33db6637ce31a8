package org.yijitong.organization.imports;

/** What becomes of one row of a roster. */
public enum Verdict {
    /** A person not held yet. */
    ADDED,
    /** A person held, of whom something differs. */
    CHANGED,
    /** A person held, of whom nothing differs. */
    SAME,
    /** Not taken; the faults say why and what to do. */
    REFUSED,
    /** Left out because a person said so. */
    LEFT
}

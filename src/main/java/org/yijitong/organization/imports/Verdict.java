package org.yijitong.organization.imports;

/** What becomes of one row of a workbook. */
public enum Verdict {
    /** What is not held yet. */
    ADDED,
    /** What is held and differs. */
    CHANGED,
    /** What is held and does not differ. */
    SAME,
    /** Not taken; the faults say why and what to do. */
    REFUSED,
    /** Left out because a person said so. */
    LEFT
}

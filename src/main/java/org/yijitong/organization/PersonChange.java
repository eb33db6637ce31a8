package org.yijitong.organization;

/** What happened to what is held on a person. */
public enum PersonChange {
    ADDED,
    AMENDED,
    TRANSFERRED,
    LEFT,
    IMPORTED,
    IMPORT_UNDONE,
    MERGED,
    RESTORED,
    APPOINTED,
    RELIEVED,
    NUMBER_SET
}

package org.yijitong.organization;

/** What happened to an organization, as its history page tells it. */
public enum ChangeKind {
    FOUNDED,
    RENAMED,
    MOVED,
    AMENDED,
    /** Others were merged into it. */
    ABSORBED,
    /** It was merged into another. */
    MERGED,
    /** Another was split off from it. */
    SPLIT,
    /** It came from a split. */
    SPLIT_OFF,
    CLOSED,
    CORRECTED,
    /** Someone came to one of its posts. */
    APPOINTED,
    /** Someone left one of its posts. */
    RELIEVED,
    /** A newly elected committee took over. */
    HANDED_OVER
}

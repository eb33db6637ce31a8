package org.yijitong.organization;

/** Why a membership ended. */
public enum Leaving {
    TRANSFER,
    DEATH,
    EXPULSION,
    WITHDRAWAL,
    LEFT,
    REORGANIZATION
}

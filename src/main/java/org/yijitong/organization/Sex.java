package org.yijitong.organization;

/** As the identity document says. */
public enum Sex {
    MALE,
    FEMALE
}

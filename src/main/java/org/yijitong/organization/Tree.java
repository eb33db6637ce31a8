package org.yijitong.organization;

/** The two trees of a unit: who leads whom in the Party, and who works where. */
public enum Tree {
    PARTY,
    ADMINISTRATIVE
}

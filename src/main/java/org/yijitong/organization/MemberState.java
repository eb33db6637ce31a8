package org.yijitong.organization;

/** What else is to be known of a membership; several may hold at once. */
public enum MemberState {
    /** 流动 */
    FLOATING,
    /** 离退休 */
    RETIRED,
    /** 停止党籍 */
    SUSPENDED,
    /** 失去联系 */
    LOST_CONTACT
}

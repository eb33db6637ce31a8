package org.yijitong.organization;

/** 人员类别: how far a person's membership of the Party has come (《中国共产党发展党员工作细则》). */
public enum MemberKind {
    /** 正式党员 */
    FULL,
    /** 预备党员 */
    PROBATIONARY,
    /** 发展对象 */
    PROSPECT,
    /** 入党积极分子 */
    ACTIVIST,
    /** 入党申请人 */
    APPLICANT,
    /** 群众 */
    NONE;

    /** Whether the person is a member: full or probationary. */
    public boolean isMember() {
        return this == FULL || this == PROBATIONARY;
    }
}

package org.yijitong.organization.roster;

/** What a column of a roster can hold; the headings people give it are in {@code roster/columns.properties}. */
public enum RosterField {
    NAME,
    SEX,
    ETHNICITY,
    BIRTH_DATE,
    NATIVE_PLACE,
    IDENTITY_NUMBER,
    /** 入党日期 */
    JOINED_ON,
    /** 转正日期 */
    CONFIRMED_ON,
    /** 所在支部 */
    BRANCH,
    /** 党小组 */
    GROUP,
    /** 人员类别 */
    KIND,
    /** 流动、离退休、停止党籍、失联 */
    STATES,
    PHONE,
    OFFICE_PHONE,
    /** 党内职务 */
    POST,
    EDUCATION,
    /** 参加工作日期 */
    WORK_START,
    /** 行政部门、单位及职务 */
    EMPLOYER,
    NOTE,
    /** Known, but not taken. */
    IGNORE
}

package org.yijitong.organization.roster;

/**
 * What a column of a workbook that lists organizations can hold; the headings people give it are in
 * {@code roster/organization-columns.properties}.
 */
public enum ChartField {
    /** 组织代码 */
    CODE,
    /** 全称 */
    NAME,
    /** 简称 */
    SHORT_NAME,
    /** 类别 */
    KIND,
    /** 上级 */
    SUPERIOR,
    /** 成立日期 */
    FOUNDED_ON,
    /** 批准文号 */
    APPROVAL_NUMBER,
    /** 排序 */
    POSITION
}

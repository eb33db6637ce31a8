package org.yijitong.activity;

import java.util.Locale;

/** What was held. One activity may be several at once: a meeting of all members with a lesson on the theme day. */
public enum ActivityKind {
    /** 党员大会 */
    GENERAL_MEETING,
    /** 支委会 */
    COMMITTEE_MEETING,
    /** 党小组会 */
    GROUP_MEETING,
    /** 党课 */
    LESSON,
    /** 主题党日 */
    THEME_DAY,
    /** 组织生活会 */
    ORGANIZATION_LIFE,
    /** 民主评议党员 */
    DEMOCRATIC_APPRAISAL,
    /** 谈心谈话 */
    HEART_TALK,
    /** 党组会 */
    PARTY_GROUP_MEETING,
    /** 中心组学习 */
    CENTRE_GROUP_STUDY,
    /** 党员干部大会 */
    MEMBERS_ASSEMBLY,
    /** 集体学习 */
    STUDY,
    /** 督学 */
    SUPERVISED_STUDY,
    /** 青年小组学习 */
    YOUTH_STUDY,
    /** 交流 */
    EXCHANGE,
    /** 展示 */
    SHOWCASE,
    /** 年度总结 */
    ANNUAL_SUMMARY,
    /** 读书会 */
    READING,
    /** 写文章 */
    WRITING,
    /** 编读本 */
    EDITING,
    /** 宣讲 */
    PREACHING,
    /** 实践 */
    PRACTICE,
    /** 集中培训 */
    TRAINING,
    /** 联学共建 */
    JOINT,
    /** 走基层 */
    VISIT,
    /** 承诺 */
    PLEDGE,
    /** 践诺点评 */
    FULFILMENT,
    /** 纪律教育 */
    DISCIPLINE_EDUCATION,
    /** 其他活动 */
    OTHER;

    /** Its name in facts and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether only those are expected who hold a post: the committee, the Party group. */
    boolean ofHolders() {
        return this == COMMITTEE_MEETING || this == PARTY_GROUP_MEETING || this == CENTRE_GROUP_STUDY;
    }
}

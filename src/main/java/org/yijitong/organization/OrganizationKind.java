package org.yijitong.organization;

/** What an organization is; names follow 《中国共产党党和国家机关基层组织工作条例》 (2019), articles 5 to 9. */
public enum OrganizationKind {
    /** 机关工委 */
    WORKING_COMMITTEE(Tree.PARTY),
    /** 党组 */
    PARTY_GROUP(Tree.PARTY),
    /** 机关党委 */
    ORGAN_COMMITTEE(Tree.PARTY),
    /** 机关纪委 */
    DISCIPLINE_COMMITTEE(Tree.PARTY),
    /** 党总支 */
    GENERAL_BRANCH(Tree.PARTY),
    /** 党支部 */
    BRANCH(Tree.PARTY),
    /** 联合党支部 */
    JOINT_BRANCH(Tree.PARTY),
    /** 党小组 */
    GROUP(Tree.PARTY),
    /** 青年理论学习小组 */
    YOUTH_GROUP(Tree.PARTY),
    /** 机关工会 */
    TRADE_UNION(Tree.PARTY),
    /** 机关团委 */
    YOUTH_LEAGUE(Tree.PARTY),
    /** 机关妇委会 */
    WOMEN_COMMITTEE(Tree.PARTY),
    /** 厅、局 */
    DEPARTMENT(Tree.ADMINISTRATIVE),
    /** 处室 */
    OFFICE(Tree.ADMINISTRATIVE),
    /** 直属事业单位 */
    INSTITUTION(Tree.ADMINISTRATIVE);

    private final Tree tree;

    OrganizationKind(Tree tree) {
        this.tree = tree;
    }

    public Tree tree() {
        return tree;
    }

    /** Whether members belong to it directly (支部、联合支部). */
    public boolean holdsMembers() {
        return this == BRANCH || this == JOINT_BRANCH;
    }
}

package org.yijitong.organization;

import java.util.EnumSet;
import java.util.List;

/** Posts of a committee or branch (《中国共产党支部工作条例（试行）》 and 机关基层组织工作条例 §8). */
public enum Post {
    /** 书记 */
    SECRETARY,
    /** 副书记 */
    DEPUTY_SECRETARY,
    /** 组织委员 */
    ORGANIZATION_MEMBER,
    /** 宣传委员 */
    PUBLICITY_MEMBER,
    /** 纪检委员 */
    DISCIPLINE_MEMBER,
    /** 青年委员 */
    YOUTH_MEMBER,
    /** 统战委员 */
    UNITED_FRONT_MEMBER,
    /** 委员 */
    MEMBER,
    /** 专职副书记 */
    FULL_TIME_DEPUTY_SECRETARY,
    /** 组长 */
    LEADER;

    /** The posts that a kind of organization may have: a group has its leader, a branch no full-time deputy. */
    public static List<Post> of(OrganizationKind kind) {
        return switch (kind) {
            case GROUP, YOUTH_GROUP -> List.of(LEADER);
            case BRANCH, JOINT_BRANCH, GENERAL_BRANCH ->
                List.copyOf(EnumSet.complementOf(EnumSet.of(FULL_TIME_DEPUTY_SECRETARY, LEADER)));
            default -> List.copyOf(EnumSet.complementOf(EnumSet.of(LEADER)));
        };
    }
}

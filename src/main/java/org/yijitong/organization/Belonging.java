package org.yijitong.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a person belongs and as what.
 *
 * @param organization the branch (in the Party sphere), the office, the youth group
 * @param group the Party group (党小组) within the branch
 */
public record Belonging(
        OrganizationId organization, @Nullable OrganizationId group, MemberKind kind, List<MemberState> states) {
    public Belonging {
        states = states.stream().sorted().toList();
    }
}

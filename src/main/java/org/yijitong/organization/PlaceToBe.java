package org.yijitong.organization;

import org.jspecify.annotations.Nullable;

/**
 * A branch or a Party group that people can belong to.
 *
 * @param branch the branch: itself, or the one the group is part of
 * @param branchName that branch's name when this is a group, otherwise null
 */
public record PlaceToBe(
        OrganizationId id,
        String name,
        OrganizationId branch,
        @Nullable String branchName) {
    /** Whether it is a group within a branch. */
    public boolean isGroup() {
        return branchName != null;
    }

    /** The name by which it is told from others: a group after its branch. */
    public String display() {
        return branchName == null ? name : branchName + "·" + name;
    }

    /** Belonging here as some kind of member. */
    public Belonging as(MemberKind kind, java.util.List<MemberState> states) {
        return new Belonging(branch, isGroup() ? id : null, kind, states);
    }
}

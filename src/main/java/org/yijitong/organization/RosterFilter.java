package org.yijitong.organization;

import org.jspecify.annotations.Nullable;

/**
 * What part of a roster is asked for.
 *
 * @param query characters of the name, or pinyin initials; empty for everyone
 * @param organization a branch or Party group; null for all within reach
 * @param kind only this kind of member; null for all
 * @param state only those with this state; null for all
 */
public record RosterFilter(
        String query,
        @Nullable OrganizationId organization,
        @Nullable MemberKind kind,
        @Nullable MemberState state) {
    public static final RosterFilter EVERYONE = new RosterFilter("", null, null, null);

    /** Everyone of one branch or group. */
    public static RosterFilter of(OrganizationId organization) {
        return new RosterFilter("", organization, null, null);
    }
}

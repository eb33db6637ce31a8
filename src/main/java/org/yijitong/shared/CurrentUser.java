package org.yijitong.shared;

import java.util.UUID;

/**
 * The signed-in account and the post it works as.
 *
 * @param account its id
 * @param name the person's name as shown
 * @param role the role's name in the policy file, such as {@code officer}
 * @param unit the unit of the post
 * @param top the organization at which the post's reach ends
 * @param where that organization's name as shown in the header
 */
public record CurrentUser(UUID account, String name, String role, UnitId unit, UUID top, String where) {

    /** The reach of this user in the user's own unit. */
    public Scope scope() {
        return new Scope(account, unit, top);
    }
}

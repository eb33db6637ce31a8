package org.yijitong.shared;

/**
 * Says whether a user may do an action of the policy file somewhere in the user's own reach. Supplied by the module
 * that knows the policy, which shared must not know; used only to leave out what would be refused anyway.
 */
@FunctionalInterface
public interface Permitted {
    boolean permits(CurrentUser user, String action);
}

package org.yijitong.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.CurrentUser;

/**
 * Who is behind a request, read anew for each one.
 *
 * @param account the account
 * @param name the person's name as shown
 * @param due what has to be done before anything else
 * @param session the session, or null for a token
 * @param user the post it works as, or null if it has none (any more)
 */
public record SignedIn(
        UUID account,
        String name,
        Due due,
        @Nullable UUID session,
        @Nullable CurrentUser user) {
    /** What has to be done first, in this order. */
    public enum Due {
        /** To type a code of the authenticator: only the password has been given so far. */
        CODE,
        /** To choose a password, after signing in with a one-time code. */
        PASSWORD,
        /** To set up an authenticator, which a post of the account asks for. */
        FACTOR,
        NOTHING
    }

    /** Whether a new password has to be chosen before anything else. */
    public boolean mustChange() {
        return due == Due.PASSWORD;
    }
}

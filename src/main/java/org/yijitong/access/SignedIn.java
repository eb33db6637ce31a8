package org.yijitong.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.CurrentUser;

/**
 * Who is behind a request, read anew for each one.
 *
 * @param account the account
 * @param name the person's name as shown
 * @param mustChange whether a new password has to be chosen before anything else
 * @param session the session, or null for a token
 * @param user the post it works as, or null if it has none (any more)
 */
public record SignedIn(
        UUID account,
        String name,
        boolean mustChange,
        @Nullable UUID session,
        @Nullable CurrentUser user) {}

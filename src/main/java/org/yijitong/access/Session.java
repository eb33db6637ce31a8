package org.yijitong.access;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * One sign-in on one device, as its holder sees it.
 *
 * @param sessionId names it without being its secret
 * @param device what the browser calls itself
 */
public record Session(UUID sessionId, String place, Instant createdAt, Instant seenAt, String device, Way way) {
    /** By what somebody signed in. */
    public enum Way {
        /** By a password or a one-time code. */
        PASSWORD,
        /** By the word of the identity provider outside. */
        IDENTITY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

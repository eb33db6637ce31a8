package org.yijitong.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Days;

/**
 * A post that an account holds, or will hold, as those see it who give posts.
 *
 * @param organization at which it holds
 * @param place the name of that organization when it was given
 * @param from the day from which it holds
 * @param until the last day on which it holds, or null for no end
 */
public record GivenPost(
        UUID grantId,
        String role,
        UUID organization,
        String place,
        LocalDate from,
        @Nullable LocalDate until) {
    /**
     * A post that someone wants to give.
     *
     * @param organization at which the role holds; roles of the whole unit hold at its top organization
     * @param until the last day on which it is to hold, or null for no end
     */
    public record Asked(
            String role, UUID organization, @Nullable LocalDate until) {
        /** Before which day it is to end. */
        LocalDate end() {
            return until == null ? Days.FOREVER : until.plusDays(1);
        }
    }
}

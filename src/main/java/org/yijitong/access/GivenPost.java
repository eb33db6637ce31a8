package org.yijitong.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post that an account holds, or will hold, as those see it who give posts.
 *
 * @param place the name of its organization when it was given
 * @param from the day from which it holds
 * @param until the last day on which it holds, or null for no end
 */
public record GivenPost(
        UUID grantId,
        String role,
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
            String role, UUID organization, @Nullable LocalDate until) {}
}

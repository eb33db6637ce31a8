package org.yijitong.access;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A post that an account has or had.
 *
 * @param place the name of its organization when it was given
 * @param validTo the first day no longer
 */
public record PastPost(UUID accountId, String role, String place, LocalDate validFrom, LocalDate validTo) {
    /** Whether it was held on a day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(validFrom) && day.isBefore(validTo);
    }
}

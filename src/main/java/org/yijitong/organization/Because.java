package org.yijitong.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why and from when a change holds.
 *
 * @param on the day from which it holds
 * @param reason in words, at most 500 characters
 * @param documentNumber the document behind it (文号)
 */
public record Because(
        LocalDate on, @Nullable String reason, @Nullable String documentNumber) {
    public static Because on(LocalDate day) {
        return new Because(day, null, null);
    }
}

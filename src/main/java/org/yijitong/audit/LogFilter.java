package org.yijitong.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are looked for; null stands for all.
 *
 * @param from the first moment
 * @param until the first moment no longer
 * @param account who did it
 * @param action what was done
 * @param subject to what
 */
public record LogFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable UUID account,
        @Nullable String action,
        @Nullable UUID subject) {
    /** Everything. */
    public static final LogFilter ALL = new LogFilter(null, null, null, null, null);
}

package org.yijitong.matter;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which matters are asked for; what is null does not matter.
 *
 * @param mine only those that the organization has at which the reach ends
 * @param settled those on which nothing is due any more, instead of all others
 * @param late only those whose day has passed
 * @param after the last one of the page before
 */
public record MatterFilter(
        boolean mine,
        boolean settled,
        boolean late,
        @Nullable String flow,
        @Nullable String state,
        @Nullable After after) {
    /** Where a page ended. */
    public record After(LocalDate day, UUID matter) {}

    /** What waits for the organization at which the reach ends. */
    public static final MatterFilter MINE = new MatterFilter(true, false, false, null, null, null);
}

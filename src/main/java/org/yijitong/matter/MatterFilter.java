package org.yijitong.matter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Cursor;

/**
 * Which matters are asked for; what is null or empty does not matter.
 *
 * @param mine only those that the organization has at which the reach ends
 * @param settled those on which nothing is due any more, instead of all others
 * @param late only those whose day has passed
 * @param owner only those that an organization has
 * @param text characters or words of the title, of what was answered, and of the names of files that showed something
 * @param after the last one of the page before
 */
public record MatterFilter(
        boolean mine,
        boolean settled,
        boolean late,
        @Nullable String flow,
        @Nullable String state,
        @Nullable UUID owner,
        String text,
        @Nullable Cursor after) {
    /** What waits for the organization at which the reach ends. */
    public static final MatterFilter MINE = mine(null);

    /** The same from a place on. */
    public static MatterFilter mine(@Nullable Cursor after) {
        return new MatterFilter(true, false, false, null, null, null, "", after);
    }

    /** The same from the beginning on. */
    public MatterFilter whole() {
        return new MatterFilter(mine, settled, late, flow, state, owner, text, null);
    }
}

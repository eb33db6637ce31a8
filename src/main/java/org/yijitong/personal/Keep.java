package org.yijitong.personal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For how long something is held.
 *
 * @param words the same for people
 * @param days for how many days after a day it is kept, that last one included; 0 where the product does not remove it
 * @param past which day that is; null for the day on which somebody left
 */
public record Keep(String words, int days, @Nullable Past past) {
    /**
     * The day that is counted from, and what is removed.
     *
     * @param from the column with the day
     * @param of the table with that column, if it is another
     * @param by the column by which the two belong together, then
     * @param clears the columns that are emptied; none where the row goes
     */
    public record Past(
            String from, @Nullable String of, @Nullable String by, List<String> clears) {}

    /** Whether it is removed some days after somebody left. */
    public boolean afterLeaving() {
        return days > 0 && past == null;
    }
}

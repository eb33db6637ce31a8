package org.yijitong.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would come of all running matters of a unit under a version of their flow that is still being written.
 *
 * @param before the version they run under; null when there is none
 * @param counts every one of them, by where it is and where it would be
 * @param staying the first of those that could not be moved
 */
public record Rehearsal(@Nullable Flow before, List<Count> counts, List<Migration.Line> staying) {
    /** Where nothing runs under a version before. */
    public static final Rehearsal NOTHING = new Rehearsal(null, List.of(), List.of());

    public Rehearsal {
        counts = List.copyOf(counts);
        staying = List.copyOf(staying);
    }

    /**
     * How many go the same way.
     *
     * @param from in which state they are
     * @param to in which they would be; null when they cannot be moved
     * @param why why they cannot be moved, as the end of a message key; empty when they can
     * @param what what is missing
     */
    public record Count(String from, @Nullable String to, String why, String what, long matters) {}

    /** How many could be moved. */
    public long going() {
        return counts.stream()
                .filter(each -> each.to() != null)
                .mapToLong(Count::matters)
                .sum();
    }

    /** How many could not. */
    public long notGoing() {
        return counts.stream().mapToLong(Count::matters).sum() - going();
    }
}

package org.yijitong.matter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.matter.FlowInWords;
import org.yijitong.mechanism.DraftFrame;

/**
 * A draft of a flow with what it says.
 *
 * @param flow what it says; null while something is wrong
 * @param going how many running matters of the unit could be moved to it
 * @param notGoing how many could not
 * @param counts all of them, by where they are and where they would be
 * @param staying the first of those that could not
 */
public record FlowDraftPage(
        DraftFrame frame,
        @Nullable FlowInWords flow,
        long going,
        long notGoing,
        List<Count> counts,
        List<Staying> staying) {
    public FlowDraftPage {
        counts = List.copyOf(counts);
        staying = List.copyOf(staying);
    }

    /**
     * How many go the same way.
     *
     * @param to where they would be, or why they stay
     */
    public record Count(String from, String to, boolean goes, long matters) {}

    /** A matter that could not be moved, with the reason. */
    public record Staying(String address, String title, String why) {}

    /** Whether any matter is running under the version before. */
    public boolean running() {
        return going > 0 || notGoing > 0;
    }
}

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
 * @param staying the first of these
 */
public record FlowDraftPage(
        DraftFrame frame, @Nullable FlowInWords flow, int going, int notGoing, List<Staying> staying) {
    public FlowDraftPage {
        staying = List.copyOf(staying);
    }

    /** A matter that could not be moved, with the reason. */
    public record Staying(String address, String title, String why) {}

    /** Whether any matter is running under the version before. */
    public boolean running() {
        return going > 0 || notGoing > 0;
    }
}

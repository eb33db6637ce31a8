package org.yijitong.paper;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A paper about one matter, line by line.
 *
 * @param form by which it is asked for
 * @param name what it is called
 * @param title what it is headed by
 * @param values what it says, by the words of fields
 * @param lines those that say something
 * @param printed what the flow prints itself; null for a form of ours
 * @param hidden whether most of an identity number is hidden in it
 */
public record MatterPaper(
        String form,
        String name,
        String title,
        Map<String, String> values,
        List<Line> lines,
        @Nullable PrintedPaper printed,
        boolean hidden) {
    public MatterPaper {
        values = Map.copyOf(values);
        lines = List.copyOf(lines);
    }

    /** Whether it tells of somebody what stands in the roster. */
    public boolean ofSomebody() {
        return printed != null && printed.paper().people().findAny().isPresent();
    }

    /**
     * A line.
     *
     * @param label the name of its field; empty for a sentence and a signature
     * @param said one or more lines of text
     */
    public record Line(Look look, String label, List<String> said) {
        public Line {
            said = List.copyOf(said);
        }
    }

    /** How a line looks. */
    public enum Look {
        FIELD,
        HEADING,
        TEXT,
        SIGNATURE,
        /** The heading of a part of its own. */
        TITLE,
        /** Where the paper is cut apart. */
        CUT
    }
}

package org.yijitong.paper;

import java.util.List;
import java.util.Map;

/**
 * A paper about one matter, line by line.
 *
 * @param title what it is headed by
 * @param values what it says, by the words of fields
 * @param lines those that say something
 */
public record MatterPaper(Form form, String title, Map<String, String> values, List<Line> lines) {
    public MatterPaper {
        values = Map.copyOf(values);
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param label the name of its field; empty for a sentence and a signature
     * @param said one or more lines of text
     */
    public record Line(FormLine.Kind kind, String label, List<String> said) {
        public Line {
            said = List.copyOf(said);
        }
    }
}

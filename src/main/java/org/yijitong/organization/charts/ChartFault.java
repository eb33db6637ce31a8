package org.yijitong.organization.charts;

import java.util.List;
import org.yijitong.organization.roster.ChartField;

/**
 * What is wrong with one cell.
 *
 * @param column where, from 0; -1 when the file has no such column
 * @param heading what is written above that column; empty when the file has none
 * @param key the sentence, as a message key
 * @param arguments what fills its places
 */
public record ChartFault(ChartField field, int column, String heading, String key, List<String> arguments) {
    public ChartFault {
        arguments = List.copyOf(arguments);
    }
}

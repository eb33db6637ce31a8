package org.yijitong.matter.web;

import java.util.List;
import org.yijitong.matter.MatterSums;

/**
 * What became of the matters of a year.
 *
 * @param board the address of the board
 * @param last the year that is not over
 * @param rows by flow
 */
public record FiguresPage(String board, int year, int last, List<Row> rows) {
    /** One flow by its name. */
    public record Row(String name, MatterSums sums) {}
}

package org.yijitong.document;

import java.util.List;

/**
 * One row with at least one cell of its own.
 *
 * @param number as people see it, from 1; for a CSV or HTML table the ordinal of the record
 * @param hidden hidden by hand or by a filter
 * @param cells by column from 0, without trailing blanks
 */
public record Row(int number, boolean hidden, List<Cell> cells) {

    public Row {
        cells = List.copyOf(cells);
    }

    /** The cell in a column counted from 0; blank beyond the last one. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }
}

package org.yijitong.organization.roster;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a sheet is laid out.
 *
 * @param titles what stands above the header, top to bottom
 * @param headerTop first row of the header, as people number rows
 * @param headerBottom last row of the header; the people begin below
 * @param columns by column, one for each that has a heading
 * @param sheetBranch the branch whose people the whole sheet lists, when its tab or title says so and no column does
 */
public record Layout(
        List<String> titles, int headerTop, int headerBottom, List<ColumnGuess> columns, Optional<String> sheetBranch) {

    public Layout {
        titles = List.copyOf(titles);
        columns = List.copyOf(columns);
    }

    /** The column of a field. */
    public OptionalInt column(RosterField field) {
        return columns.stream()
                .filter(each -> each.field() == field)
                .mapToInt(ColumnGuess::column)
                .findFirst();
    }
}

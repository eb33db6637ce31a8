package org.yijitong.organization.roster;

import java.util.List;
import java.util.Map;
import org.yijitong.document.Cell;
import org.yijitong.document.Row;

/**
 * How a sheet that lists organizations is laid out.
 *
 * @param headerRow the row of the headings, as people number rows; the organizations begin below
 * @param columns where each field stands, from 0
 * @param headings what is written above each field
 * @param unused headings that mean nothing to us
 */
public record ChartLayout(
        int headerRow, Map<ChartField, Integer> columns, Map<ChartField, String> headings, List<String> unused) {

    public ChartLayout {
        columns = Map.copyOf(columns);
        headings = Map.copyOf(headings);
        unused = List.copyOf(unused);
    }

    /** The column of a field; -1 when the sheet has none. */
    public int column(ChartField field) {
        return columns.getOrDefault(field, -1);
    }

    /** The headings that mean something, from left to right. */
    public List<String> used() {
        return columns.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(each -> headings.getOrDefault(each.getKey(), ""))
                .toList();
    }

    /** What a row holds in a field. */
    public Cell cell(Row row, ChartField field) {
        Integer column = columns.get(field);
        return column == null ? Cell.BLANK : row.cell(column);
    }

    /** Whether a row below the headings lists an organization: no total, no note, no heading again, not left empty. */
    public boolean lists(Row row) {
        String first = row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .map(Cell::text)
                .findFirst()
                .orElse("");
        boolean again = ChartColumns.field(cell(row, ChartField.NAME).text())
                .filter(field -> field == ChartField.NAME)
                .isPresent();
        long filled = columns.values().stream()
                .map(row::cell)
                .filter(cell -> !cell.isBlank() && !cell.merged())
                .count();
        return !again
                && !RowSorting.isRemark(first)
                && (filled > 1 || !cell(row, ChartField.NAME).isBlank());
    }
}

package org.yijitong.document;

import java.util.Set;

/**
 * What is known of a sheet before its rows.
 *
 * @param index position in the workbook, from 0, hidden sheets included
 * @param name as on its tab; empty for CSV, which has none
 * @param from1904 whether serial day 0 is 1904-01-01 (old Macintosh workbooks) instead of 1899-12-31
 * @param hiddenColumns columns, from 0, that a person does not see
 */
public record SheetHead(int index, String name, boolean hidden, boolean from1904, Set<Integer> hiddenColumns) {

    public SheetHead {
        hiddenColumns = Set.copyOf(hiddenColumns);
    }
}

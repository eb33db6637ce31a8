package org.yijitong.document;

import java.util.List;

/** A sheet read whole. For large files use {@link Workbooks#stream} instead. */
public record Sheet(SheetHead head, List<Row> rows) {

    public Sheet {
        rows = List.copyOf(rows);
    }
}

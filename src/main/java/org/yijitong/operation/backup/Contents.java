package org.yijitong.operation.backup;

import java.util.List;
import org.yijitong.operation.archive.ArchiveFile;

/** What a backup says last: all that must have come out of it. */
record Contents(List<Table> tables, List<ArchiveFile> files) {
    static final String NAME = "contents.json";

    Contents {
        tables = List.copyOf(tables);
        files = List.copyOf(files);
    }

    /**
     * A table.
     *
     * @param sum that of its rows, in whatever order they lie: {@link RowSum}
     */
    record Table(String name, long rows, String sum) {}
}

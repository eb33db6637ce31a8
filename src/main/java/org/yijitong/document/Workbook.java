package org.yijitong.document;

import java.util.List;

/**
 * A workbook read whole.
 *
 * @param nameFits whether the file's name ends as this format's files do
 */
public record Workbook(Format format, boolean nameFits, List<Sheet> sheets) {

    public Workbook {
        sheets = List.copyOf(sheets);
    }
}

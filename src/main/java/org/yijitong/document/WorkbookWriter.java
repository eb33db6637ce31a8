package org.yijitong.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook row by row to wherever it goes; memory does not grow with the number of rows. Nothing written can be
 * computed when the file is opened: in .xlsx all text is text, in CSV a text that would start a formula gets an apostrophe
 * (OWASP, CSV injection), which {@link Workbooks} takes off again.
 */
public sealed interface WorkbookWriter extends Closeable permits XlsxWriter, CsvWriter {

    /**
     * A column.
     *
     * @param width in characters of a digit's width; a Chinese character takes two
     * @param digits for identity and telephone numbers: the cell stays text even when a person retypes it
     */
    record Column(String title, int width, boolean digits) {

        public static Column of(String title, int width) {
            return new Column(title, width, false);
        }

        public static Column digits(String title, int width) {
            return new Column(title, width, true);
        }
    }

    /** An .xlsx with a bold, frozen header on each sheet. The stream is left open. */
    static WorkbookWriter xlsx(OutputStream out) {
        return new XlsxWriter(out);
    }

    /** A CSV of one sheet in UTF-8 with a byte order mark, which Excel needs to see the encoding. Left open, too. */
    static WorkbookWriter csv(OutputStream out) throws IOException {
        return new CsvWriter(out);
    }

    /** Begins a sheet with its header row. A name Excel would refuse is mended. */
    void sheet(String name, List<Column> columns) throws IOException;

    /**
     * Writes a row.
     *
     * @param values String, LocalDate, Integer, Long, BigDecimal, or null for an empty cell
     */
    void row(List<? extends @Nullable Object> values) throws IOException;
}

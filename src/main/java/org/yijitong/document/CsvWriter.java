package org.yijitong.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.reading.CsvReader;

/** RFC 4180 with a byte order mark. */
final class CsvWriter implements WorkbookWriter {

    private final Writer writer;
    private final CSVPrinter printer;
    private boolean begun;

    CsvWriter(OutputStream out) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\ufeff');
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    }

    @Override
    public void sheet(String name, List<Column> columns) throws IOException {
        if (begun) {
            throw new IllegalStateException("a CSV has one sheet");
        }
        begun = true;
        row(columns.stream().map(Column::title).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        List<@Nullable Object> safe = new ArrayList<>(values.size());
        for (Object value : values) {
            safe.add(value instanceof String text ? inert(XlsxWriter.clean(text)) : value);
        }
        printer.printRecord(safe);
    }

    @Override
    public void close() throws IOException {
        writer.flush();
    }

    /** Puts an apostrophe before a text that a spreadsheet would compute, and before one that already has it. */
    private static String inert(String text) {
        boolean starts = !text.isEmpty() && CsvReader.COMPUTED.indexOf(text.charAt(0)) >= 0;
        boolean looksInert =
                text.length() > 1 && text.charAt(0) == '\'' && (CsvReader.COMPUTED + "'").indexOf(text.charAt(1)) >= 0;
        return starts || looksInert ? "'" + text : text;
    }
}

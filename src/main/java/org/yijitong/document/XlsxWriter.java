package org.yijitong.document;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Cut;

/** Office Open XML through fastexcel, flushed as it goes. */
final class XlsxWriter implements WorkbookWriter {

    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_x(?=[0-9A-Fa-f]{4}_)");
    private static final int ROWS_BETWEEN_FLUSHES = 500;
    /** Excel's bounds. */
    private static final int NAME_CHARS = 31;

    private static final int CELL_CHARS = 32_767;
    private static final String HEADER_FILL = "F2F2F2";

    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();
    private @Nullable Worksheet sheet;
    private List<Column> columns = List.of();
    private int row;

    XlsxWriter(OutputStream out) {
        // Version as Excel wants it: two numbers.
        workbook = new Workbook(new LeftOpen(out), "Yijitong", "1.0");
    }

    @Override
    public void sheet(String name, List<Column> header) throws IOException {
        finishSheet();
        Worksheet next = workbook.newWorksheet(free(mended(name)));
        for (int i = 0; i < header.size(); i++) {
            next.width(i, header.get(i).width());
            next.inlineString(0, i, escaped(header.get(i).title()));
            next.style(0, i).bold().fillColor(HEADER_FILL).wrapText(true).set();
        }
        next.freezePane(0, 1);
        sheet = next;
        columns = header;
        row = 1;
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        Worksheet current = sheet;
        if (current == null) {
            throw new IllegalStateException("a row before any sheet");
        }
        for (int i = 0; i < values.size(); i++) {
            cell(current, i, values.get(i));
        }
        if (++row % ROWS_BETWEEN_FLUSHES == 0) {
            current.flush();
        }
    }

    private void cell(Worksheet current, int column, @Nullable Object value) {
        switch (value) {
            case null -> {
                // an empty cell is no cell
            }
            case String text -> {
                current.inlineString(row, column, escaped(text));
                if (column < columns.size() && columns.get(column).digits()) {
                    current.style(row, column).format("@").set();
                }
            }
            case LocalDate day -> {
                current.value(row, column, day);
                current.style(row, column).format("yyyy-mm-dd").set();
            }
            case Integer number -> current.value(row, column, number);
            case Long number -> current.value(row, column, number);
            case BigDecimal number -> current.value(row, column, number);
            default -> throw new IllegalArgumentException("no cell for " + value.getClass());
        }
    }

    @Override
    public void close() throws IOException {
        finishSheet();
        workbook.finish();
    }

    private void finishSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
    }

    /** Text without the control characters that XML cannot hold, and no longer than Excel takes. */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c != 0xfffe && c != 0xffff))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(kept::appendCodePoint);
        return Cut.at(CELL_CHARS, kept.toString());
    }

    /** Text as it stands in an .xlsx, where _x000D_ means a carriage return (ECMA-376 22.9.2.19). */
    static String escaped(String text) {
        return LOOKS_ESCAPED.matcher(clean(text)).replaceAll("_x005F_x").replace("\r", "_x000D_");
    }

    /** A name without the characters Excel refuses on a tab. */
    static String mended(String name) {
        String kept = clean(name)
                .replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ")
                .strip()
                .replaceAll("^'+|'+$", "");
        return kept.isEmpty() ? "Sheet" : Cut.at(NAME_CHARS, kept);
    }

    private String free(String name) {
        String free = name;
        for (int i = 2; !names.add(free.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " " + i;
            free = Cut.at(NAME_CHARS - suffix.length(), name) + suffix;
        }
        return free;
    }

    /** fastexcel closes what it is given; the response is not ours to close. */
    private static final class LeftOpen extends FilterOutputStream {

        private LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}

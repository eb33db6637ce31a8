package org.yijitong.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Marks cells in a new .xlsx that has the same cells in the same places; streams, whatever the size. */
final class MarkedCopy implements RowConsumer {

    private static final String FILL = "FFC7CE";
    private static final int ROWS_BETWEEN_FLUSHES = 500;
    private static final int ISO_DAY = 10;

    private record Place(int sheet, int row) {}

    private final Workbook workbook;
    private final Map<Place, Map<Integer, String>> marks = new HashMap<>();
    private @Nullable Worksheet sheet;
    private int index;
    private int rows;

    private MarkedCopy(Workbook workbook, List<Mark> all) {
        this.workbook = workbook;
        for (Mark mark : all) {
            marks.computeIfAbsent(new Place(mark.sheet(), mark.row()), place -> new HashMap<>())
                    .merge(mark.column(), mark.message(), (first, second) -> first + "\n" + second);
        }
    }

    static void write(byte[] original, List<Mark> marks, ReadLimits limits, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Yijitong", "1.0")) {
            MarkedCopy copy = new MarkedCopy(workbook, marks);
            Workbooks.stream(original, limits, Progress.UNWATCHED, copy);
            copy.finish();
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void sheet(SheetHead head) {
        finish();
        index = head.index();
        String name = head.name().isBlank() ? "Sheet" + (index + 1) : head.name();
        Worksheet next = workbook.newWorksheet(XlsxWriter.mended(name));
        if (head.hidden()) {
            next.setVisibilityState(VisibilityState.HIDDEN);
        }
        sheet = next;
    }

    @Override
    public void row(Row row) {
        Worksheet current = sheet;
        if (current == null) {
            throw new IllegalStateException("a row before any sheet");
        }
        if (row.hidden()) {
            current.hideRow(row.number() - 1);
        }
        for (int column = 0; column < row.cells().size(); column++) {
            cell(current, row.number() - 1, column, row.cell(column));
        }
        marks.getOrDefault(new Place(index, row.number()), Map.of()).forEach((column, message) -> {
            current.style(row.number() - 1, column).fillColor(FILL).set();
            current.comment(row.number() - 1, column, XlsxWriter.clean(message));
        });
        flush(current);
    }

    private static void cell(Worksheet current, int row, int column, Cell cell) {
        switch (cell.kind()) {
            case BLANK -> {
                // an empty cell is no cell
            }
            case NUMBER -> number(current, row, column, cell);
            case DATE -> date(current, row, column, cell);
            default -> current.inlineString(row, column, XlsxWriter.escaped(cell.text()));
        }
    }

    /** A number shown as itself stays one; leading zeros and the like are worth more as seen. */
    private static void number(Worksheet current, int row, int column, Cell cell) {
        if (cell.text().equals(cell.raw()) || cell.digitsLost()) {
            current.value(row, column, new BigDecimal(cell.number().orElseThrow()));
        } else {
            current.inlineString(row, column, XlsxWriter.escaped(cell.text()));
        }
    }

    private static void date(Worksheet current, int row, int column, Cell cell) {
        if (cell.text().length() == ISO_DAY) {
            current.value(row, column, LocalDate.parse(cell.text()));
            current.style(row, column).format("yyyy-mm-dd").set();
        } else {
            current.inlineString(row, column, cell.text());
        }
    }

    private void flush(Worksheet current) {
        try {
            if (++rows % ROWS_BETWEEN_FLUSHES == 0) {
                current.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() {
        try {
            if (sheet != null) {
                sheet.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

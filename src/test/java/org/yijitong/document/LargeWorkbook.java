package org.yijitong.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yijitong.document.WorkbookWriter.Column;

/** Run in a JVM of its own with a small heap: writes, streams and marks a roster of 50,000 rows of 20 columns. */
public final class LargeWorkbook {

    private static final int ROWS = 50_000;
    private static final int COLUMNS = 20;

    private LargeWorkbook() {}

    static void main() throws IOException {
        for (boolean xlsx : List.of(true, false)) {
            byte[] file = write(xlsx);
            long started = System.nanoTime();
            int rows = Workbooks.read(file, "a", ReadLimits.forRosters(), Progress.UNWATCHED)
                    .sheets()
                    .getFirst()
                    .rows()
                    .size();
            report(xlsx ? "xlsx" : "csv", file.length, rows, started);
            started = System.nanoTime();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            MarkedWorkbook.write(file, marks(), ReadLimits.forRosters(), out);
            report("marked", out.size(), rows, started);
        }
    }

    private static byte[] write(boolean xlsx) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            columns.add(Column.of("列" + i, 10));
        }
        try (WorkbookWriter writer = xlsx ? WorkbookWriter.xlsx(out) : WorkbookWriter.csv(out)) {
            writer.sheet("大表", columns);
            for (int row = 0; row < ROWS; row++) {
                writer.row(row(row));
            }
        }
        return out.toByteArray();
    }

    private static List<Object> row(int number) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            values.add(i % 5 == 4 ? LocalDate.of(2000, 1, 1).plusDays(number % 9000) : "单位" + number + "列" + i);
        }
        return values;
    }

    private static List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (int row = 2; row < ROWS; row += 5) {
            marks.add(new Mark(0, row, 3, "没有这个支部"));
        }
        return marks;
    }

    private static void report(String what, int bytes, int rows, long started) {
        System.out.printf(
                "%s %d bytes, %d rows, %d ms%n", what, bytes, rows, (System.nanoTime() - started) / 1_000_000);
    }
}

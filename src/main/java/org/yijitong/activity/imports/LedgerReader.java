package org.yijitong.activity.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.imports.LedgerWords.Column;
import org.yijitong.document.Cell;
import org.yijitong.document.Progress;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.Row;
import org.yijitong.document.Sheet;
import org.yijitong.document.Workbook;
import org.yijitong.document.Workbooks;

/**
 * Reads ledgers as people keep them: titles above, heads in one row or two, a sheet for each month, one meeting over
 * several rows with merged cells.
 */
final class LedgerReader {
    private static final ReadLimits LIMITS =
            new ReadLimits(20L << 20, 200L << 20, 200, 2_000, 100, 30_000, 200, 1_000_000, 32_767);
    /** A row is the head when it names at least so many columns, the day among them. */
    private static final int NAMED = 3;

    // Chinese words: as offices write them in their ledgers.
    private static final Pattern NOTE = Pattern.compile("(?:合计|总计|共计|小计|填表|制表|审核|负责人|联系人|注|备注|说明)\\s*(?:[:：人]|$)");

    private final List<Meeting> meetings = new ArrayList<>();
    private final int fallback;

    private LedgerReader(int fallback) {
        this.fallback = fallback;
    }

    /**
     * The meetings of a file, in its order.
     *
     * @param year of days that name none, where neither tab, title nor file name does
     * @throws org.yijitong.document.UnreadableWorkbook when it is no table
     */
    static List<Meeting> read(byte[] file, String fileName, int year) {
        Workbook workbook = Workbooks.read(file, fileName, LIMITS, Progress.UNWATCHED);
        LedgerReader reader = new LedgerReader(MeetingTime.year(fileName).orElse(year));
        workbook.sheets().stream().filter(sheet -> !sheet.head().hidden()).forEach(reader::sheet);
        return reader.meetings;
    }

    /** Where the columns are, and what the sheet says of year and month. */
    private record Head(Map<Column, List<Integer>> columns, int year, int month) {
        String text(Row row, Column column) {
            return columns.getOrDefault(column, List.of()).stream()
                    .map(index -> row.cell(index).text().strip())
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .collect(Collectors.joining("\n"));
        }

        boolean merged(Row row, Column column) {
            return columns.getOrDefault(column, List.of()).stream()
                    .anyMatch(index -> row.cell(index).merged());
        }
    }

    private void sheet(Sheet sheet) {
        int year = MeetingTime.year(sheet.head().name()).orElse(fallback);
        OptionalInt month = MeetingTime.month(sheet.head().name());
        Head head = null;
        List<Row> together = new ArrayList<>();
        for (Row row : sheet.rows()) {
            if (row.hidden() || isNote(row)) {
                continue;
            }
            Map<Column, List<Integer>> named = columns(row);
            if (named.size() >= NAMED && named.containsKey(Column.DAY)) {
                flush(sheet, head, together);
                head = new Head(named, year, month.orElse(0));
            } else if (head == null) {
                year = title(row).orElse(year);
            } else {
                if (!continues(head, together, row)) {
                    flush(sheet, head, together);
                }
                together.add(row);
            }
        }
        flush(sheet, head, together);
    }

    /** Totals, signatures and notes. */
    private static boolean isNote(Row row) {
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .map(cell -> NOTE.matcher(cell.text().strip()).lookingAt())
                .orElse(true);
    }

    private static OptionalInt title(Row row) {
        return row.cells().stream()
                .map(cell -> MeetingTime.year(cell.text()))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private static Map<Column, List<Integer>> columns(Row row) {
        Map<Column, List<Integer>> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < row.cells().size(); i++) {
            int index = i;
            Cell cell = row.cells().get(i);
            LedgerWords.column(cell.text())
                    .ifPresent(column -> columns.computeIfAbsent(column, _ -> new ArrayList<>())
                            .add(index));
        }
        return columns;
    }

    /** Whether a row is a further line of the meeting before: its day is the same merged cell, or it has none. */
    private static boolean continues(Head head, List<Row> together, Row row) {
        if (together.isEmpty()) {
            return false;
        }
        String day = head.text(row, Column.DAY);
        boolean same = day.equals(head.text(together.getFirst(), Column.DAY));
        return day.isEmpty() || (same && head.merged(row, Column.DAY));
    }

    private void flush(Sheet sheet, @Nullable Head head, List<Row> together) {
        if (head != null && !together.isEmpty() && isMeeting(head, together)) {
            List<Row> rows = List.copyOf(together);
            MeetingReading reading =
                    new MeetingReading(sheet.head().name(), rows.getFirst().number(), head.year(), head.month());
            meetings.add(reading.read(column -> text(head, rows, column)));
        }
        together.clear();
    }

    /** A line without a day, or without a word on what it was, is none. */
    private static boolean isMeeting(Head head, List<Row> together) {
        Row first = together.getFirst();
        boolean told = !head.text(first, Column.KINDS).isEmpty()
                || !head.text(first, Column.TITLE).isEmpty();
        return !head.text(first, Column.DAY).isEmpty() && told;
    }

    /** What a column says over all rows of a meeting, each once. */
    private static String text(Head head, List<Row> together, Column column) {
        return together.stream()
                .map(row -> head.text(row, column))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}

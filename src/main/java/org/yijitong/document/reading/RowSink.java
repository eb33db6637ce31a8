package org.yijitong.document.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.Cell;
import org.yijitong.document.Progress;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.Row;
import org.yijitong.document.RowConsumer;
import org.yijitong.document.SheetHead;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** Puts a reader's cells into rows, repeats merged values, holds the limits and tells the progress. */
public final class RowSink {

    private static final int ROWS_BETWEEN_REPORTS = 500;

    private final RowConsumer consumer;
    private final ReadLimits limits;
    private final Progress progress;
    private final List<Cell> cells = new ArrayList<>();
    private SheetHead head = new SheetHead(0, "", false, false, Set.of());
    private MergedAreas merges = MergedAreas.none();
    private int sheets;
    private long rows;
    private long cellCount;
    private int permille;
    private @Nullable RuntimeException consumerFailure;

    public RowSink(RowConsumer consumer, ReadLimits limits, Progress progress) {
        this.consumer = consumer;
        this.limits = limits;
        this.progress = progress;
    }

    void sheet(SheetHead next, MergedAreas areas) {
        if (++sheets > limits.sheets()) {
            throw new UnreadableWorkbook(Reason.TOO_MANY_SHEETS, limits.sheets());
        }
        head = next;
        merges = areas;
        tell(() -> consumer.sheet(next));
    }

    /** How far the reader is in its input; passed on with the next row. */
    void reached(long done, long total) {
        permille = total <= 0 ? 0 : Math.clamp(done * 1000 / total, 0, 1000);
    }

    /** Counts a cell, filled or not, so that a file of formatted emptiness ends somewhere. */
    void countCell() {
        if (++cellCount > limits.cells()) {
            throw new UnreadableWorkbook(Reason.TOO_MANY_CELLS, limits.cells());
        }
    }

    /** Puts a cell into the current row. Blank ones may be left out; a column may come in any order. */
    void cell(int row, int column, Cell cell) {
        if (cell.text().isEmpty()) {
            return;
        }
        if (column >= limits.columns()) {
            throw new UnreadableWorkbook(Reason.TOO_MANY_COLUMNS, head.name(), row, limits.columns());
        }
        if (cell.text().length() > limits.cellChars()) {
            throw new UnreadableWorkbook(Reason.CELL_TOO_LONG, row, limits.cellChars());
        }
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        cells.set(column, cell);
    }

    /** The current row is complete. */
    void endRow(int row, boolean hidden) {
        boolean ownContent = cells.stream().anyMatch(cell -> !cell.isBlank() && !cell.merged());
        if (!merges.isEmpty()) {
            merges.fill(row, cells, limits.columns());
        }
        if (ownContent) {
            if (++rows > limits.rows()) {
                throw new UnreadableWorkbook(Reason.TOO_MANY_ROWS, limits.rows());
            }
            Row complete = new Row(row, hidden, cells);
            tell(() -> consumer.row(complete));
            if (rows % ROWS_BETWEEN_REPORTS == 0) {
                tell(() -> progress.at(permille, rows));
            }
        }
        cells.clear();
    }

    /** Remembers a failure of the listening side, which must not be taken for a fault of the file. */
    private void tell(Runnable message) {
        try {
            message.run();
        } catch (RuntimeException e) {
            consumerFailure = e;
            throw e;
        }
    }

    /** What the consumer or the progress threw, if it did. */
    public Optional<RuntimeException> consumerFailure() {
        return Optional.ofNullable(consumerFailure);
    }

    /** The reading has ended well. */
    public void done() {
        progress.at(1000, rows);
    }
}

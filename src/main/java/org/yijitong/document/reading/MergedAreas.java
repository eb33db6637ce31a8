package org.yijitong.document.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.yijitong.document.Cell;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** The merged areas of one sheet, applied while its rows pass from top to bottom. */
final class MergedAreas {

    /** Areas a sheet may have; a roster of 50,000 rows with a merged cell in each has 50,000. */
    static final int MOST = 200_000;

    /** An area; rows from 1, columns from 0, all inclusive. */
    record Area(int top, int left, int bottom, int right) {}

    private record Open(Area area, Cell value) {}

    private final Deque<Area> waiting;
    private final List<Open> open = new ArrayList<>();

    MergedAreas(List<Area> areas) {
        List<Area> sorted = new ArrayList<>(areas);
        sorted.sort(Comparator.comparingInt(Area::top).thenComparingInt(Area::left));
        waiting = new ArrayDeque<>(sorted);
    }

    static MergedAreas none() {
        return new MergedAreas(List.of());
    }

    /** An area found while reading, which begins in the current row. */
    void add(Area area) {
        waiting.add(area);
    }

    /** Whether an area begun in an earlier row covers this place. */
    boolean covers(int row, int column) {
        return open.stream()
                .map(Open::area)
                .anyMatch(area -> area.bottom() >= row && area.left() <= column && column <= area.right());
    }

    boolean isEmpty() {
        return waiting.isEmpty() && open.isEmpty();
    }

    /** Repeats each area's top-left value over the part of the area that lies in this row. */
    void fill(int row, List<Cell> cells, int columns) {
        open.removeIf(each -> each.area.bottom() < row);
        for (Area area = waiting.peek(); area != null && area.top() <= row; area = waiting.peek()) {
            waiting.remove();
            if (area.bottom() >= row && area.left() < columns) {
                Cell value = area.top() == row && area.left() < cells.size() ? cells.get(area.left()) : Cell.BLANK;
                open.add(new Open(area, value.inMergedArea()));
            }
        }
        if (open.size() > columns) {
            // Areas of an honest sheet do not overlap, so a row never meets more of them than it has columns.
            throw new UnreadableWorkbook(Reason.DAMAGED);
        }
        for (Open next : open) {
            if (!next.value.isBlank()) {
                spread(next, cells, columns);
            }
        }
    }

    private static void spread(Open open, List<Cell> cells, int columns) {
        int last = Math.min(open.area.right(), columns - 1);
        for (int column = open.area.left(); column <= last; column++) {
            while (cells.size() <= column) {
                cells.add(Cell.BLANK);
            }
            cells.set(column, open.value);
        }
    }
}

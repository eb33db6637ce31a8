package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reorganizations replayed the dull way: for each organization one cell per day, and a copy of everything after each
 * change. What the product answers about any day and any moment must equal what stands in the cells.
 */
final class NaiveReplay {
    /** What stands in a cell. */
    record Cell(String name, @Nullable OrganizationId superior) {}

    private final LocalDate first;
    private final int days;
    private Map<OrganizationId, @Nullable Cell[]> cells = new HashMap<>();
    private final TreeMap<Instant, Map<OrganizationId, @Nullable Cell[]>> snapshots = new TreeMap<>();

    NaiveReplay(LocalDate first, int days) {
        this.first = first;
        this.days = days;
    }

    void found(OrganizationId id, LocalDate on, Cell cell) {
        fill(id, index(on), days, cell);
    }

    void rename(OrganizationId id, LocalDate on, String name) {
        Cell[] row = row(id);
        String before = Objects.requireNonNull(row[index(on)]).name();
        for (int day = index(on);
                day < days && row[day] != null && row[day].name().equals(before);
                day++) {
            row[day] = new Cell(name, row[day].superior());
        }
    }

    void move(OrganizationId id, LocalDate on, OrganizationId superior) {
        Cell[] row = row(id);
        OrganizationId before = Objects.requireNonNull(row[index(on)]).superior();
        for (int day = index(on);
                day < days && row[day] != null && Objects.equals(row[day].superior(), before);
                day++) {
            row[day] = new Cell(row[day].name(), superior);
        }
    }

    void close(OrganizationId id, LocalDate on) {
        fill(id, index(on), days, null);
    }

    void merge(OrganizationId from, LocalDate on, OrganizationId into) {
        for (Cell[] row : cells.values()) {
            for (int day = index(on); day < days; day++) {
                if (row[day] != null && from.equals(row[day].superior())) {
                    row[day] = new Cell(row[day].name(), into);
                }
            }
        }
        close(from, on);
    }

    void correct(OrganizationId id, LocalDate segmentFrom, LocalDate newFrom, Cell value) {
        Cell[] row = row(id);
        int from = index(segmentFrom);
        int end = from;
        while (end < days && Objects.equals(row[end], row[from])) {
            end++;
        }
        Cell before = from == 0 ? null : row[from - 1];
        fill(id, from, Math.min(index(newFrom), end), before);
        fill(id, index(newFrom), end, value);
    }

    /** The first day of the stretch of equal cells that a day lies in. */
    LocalDate segmentOf(OrganizationId id, LocalDate on) {
        Cell[] row = row(id);
        int day = index(on);
        while (day > 0 && Objects.equals(row[day - 1], row[day])) {
            day--;
        }
        return first.plusDays(day);
    }

    @Nullable
    Cell at(OrganizationId id, LocalDate on) {
        return row(id)[index(on)];
    }

    List<OrganizationId> organizations() {
        return new ArrayList<>(cells.keySet());
    }

    /** Takes a copy; {@code recorded} is when the last change was recorded. */
    void snapshot(Instant recorded) {
        snapshots.put(recorded, copy(cells));
    }

    void undo() {
        cells = copy(snapshots.lastEntry().getValue());
    }

    List<Instant> moments() {
        return new ArrayList<>(snapshots.keySet());
    }

    Map<OrganizationId, Cell> asOf(LocalDate on, Instant known) {
        Map<OrganizationId, Cell> result = new HashMap<>();
        var entry = snapshots.lowerEntry(known);
        if (entry != null) {
            entry.getValue().forEach((id, row) -> {
                if (row[index(on)] != null) {
                    result.put(id, row[index(on)]);
                }
            });
        }
        return result;
    }

    private void fill(OrganizationId id, int from, int to, @Nullable Cell cell) {
        Cell[] row = cells.computeIfAbsent(id, _ -> new Cell[days]);
        for (int day = from; day < to; day++) {
            row[day] = cell;
        }
    }

    private @Nullable Cell[] row(OrganizationId id) {
        return Objects.requireNonNull(cells.get(id));
    }

    private int index(LocalDate day) {
        return (int) (day.toEpochDay() - first.toEpochDay());
    }

    private static Map<OrganizationId, @Nullable Cell[]> copy(Map<OrganizationId, @Nullable Cell[]> cells) {
        Map<OrganizationId, @Nullable Cell[]> result = new HashMap<>();
        cells.forEach((id, row) -> result.put(id, row.clone()));
        return result;
    }
}

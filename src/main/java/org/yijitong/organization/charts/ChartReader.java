package org.yijitong.organization.charts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.Row;
import org.yijitong.document.RowConsumer;
import org.yijitong.document.SheetHead;
import org.yijitong.document.Workbooks;
import org.yijitong.organization.roster.ChartColumns;
import org.yijitong.organization.roster.ChartLayout;

/** Reads the sheets of a workbook that list organizations; hidden sheets and those without known headings are passed over. */
final class ChartReader implements RowConsumer {
    private final RowUnderstanding understanding;
    private final List<ChartRow> rows = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> unused = new LinkedHashSet<>();
    private final List<Row> top = new ArrayList<>();
    private @Nullable SheetHead head;
    private @Nullable ChartLayout layout;
    private boolean hopeless;
    private int sheets;
    private int skipped;

    private ChartReader(RowUnderstanding understanding) {
        this.understanding = understanding;
    }

    /**
     * What was read.
     *
     * @param used headings that are understood
     * @param unused headings that are not
     * @param sheets sheets that list organizations
     * @param skipped titles, totals and notes that were passed over
     */
    record Read(List<ChartRow> rows, List<String> used, List<String> unused, int sheets, int skipped) {}

    /** A chart may have 20,000 rows, over all its sheets. */
    static ReadLimits limits() {
        return new ReadLimits(10L << 20, 100L << 20, 200, 500, 50, 20_000, 100, 1_000_000, 32_767);
    }

    /** @throws org.yijitong.document.UnreadableWorkbook when it cannot be read */
    static Read read(byte[] file, RowUnderstanding understanding) {
        ChartReader reader = new ChartReader(understanding);
        Workbooks.stream(file, limits(), (_, _) -> {}, reader);
        reader.endSheet();
        return new Read(
                List.copyOf(reader.rows),
                List.copyOf(reader.used),
                List.copyOf(reader.unused),
                reader.sheets,
                reader.skipped);
    }

    @Override
    public void sheet(SheetHead next) {
        endSheet();
        head = next;
        layout = null;
        hopeless = next.hidden();
    }

    @Override
    public void row(Row row) {
        if (hopeless) {
            skipped++;
        } else if (layout == null) {
            top.add(row);
            if (top.size() == ChartColumns.LOOK_AT) {
                begin();
            }
        } else {
            take(layout, row);
        }
    }

    private void endSheet() {
        if (head != null && layout == null && !top.isEmpty()) {
            begin();
        }
        top.clear();
    }

    /** Enough of a sheet has been seen to say where its headings are. */
    private void begin() {
        Optional<ChartLayout> found = ChartColumns.recognize(top);
        layout = found.orElse(null);
        hopeless = found.isEmpty();
        found.ifPresent(chosen -> {
            sheets++;
            used.addAll(chosen.used());
            unused.addAll(chosen.unused());
        });
        for (Row row : top) {
            if (found.isPresent() && row.number() > found.get().headerRow()) {
                take(found.get(), row);
            } else {
                skipped++;
            }
        }
        top.clear();
    }

    private void take(ChartLayout chosen, Row row) {
        if (chosen.lists(row)) {
            rows.add(understanding.of(rows.size() + 1, Objects.requireNonNull(head), chosen, row));
        } else {
            skipped++;
        }
    }
}

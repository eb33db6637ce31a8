package org.yijitong.organization.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.Format;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.Row;
import org.yijitong.document.RowConsumer;
import org.yijitong.document.SheetHead;
import org.yijitong.document.Workbooks;
import org.yijitong.organization.roster.ColumnGuess;
import org.yijitong.organization.roster.Columns;
import org.yijitong.organization.roster.Layout;
import org.yijitong.organization.roster.RosterField;
import org.yijitong.organization.roster.RowSorting;
import org.yijitong.organization.roster.RowSorting.Sorted;
import org.yijitong.shared.Cut;

/**
 * One reading of one file: streams its rows, understands them, and hands them on in batches. Memory does not grow with
 * the file's rows.
 */
final class ImportWork implements RowConsumer {
    private static final int BATCH = 1_000;
    private static final Duration BEAT = Duration.ofMillis(400);

    /** What the reading leaves behind on the way. */
    record Sink(Consumer<List<ImportRowStore.Column>> columns, Consumer<List<StagedRow>> rows, Beat beat) {}

    /** Says how far it is; false when it was cancelled. */
    @FunctionalInterface
    interface Beat {
        boolean at(int permille, int rows);
    }

    private final RowReader reader;
    private final Map<String, String> headings;
    private final Sink sink;
    private final Clock clock;
    private final List<Row> top = new ArrayList<>();
    private final List<StagedRow> batch = new ArrayList<>();
    private @Nullable SheetHead head;
    private @Nullable Layout layout;
    private Optional<String> section = Optional.empty();
    private boolean hopeless;
    private int line;
    private int skipped;
    private int sheets;
    private Instant last;

    ImportWork(RowReader reader, Map<String, String> headings, Sink sink, Clock clock) {
        this.reader = reader;
        this.headings = headings;
        this.sink = sink;
        this.clock = clock;
        this.last = clock.instant();
    }

    /**
     * What a reading found.
     *
     * @param people rows that list a person
     */
    record Result(Format format, int sheets, int people, int skipped) {}

    /**
     * Reads the file.
     *
     * @throws CancellationException when it was cancelled meanwhile
     * @throws org.yijitong.document.UnreadableWorkbook when it cannot be read
     */
    Result read(byte[] file) {
        Format format = Workbooks.stream(file, ReadLimits.forRosters(), this::progress, this);
        endSheet();
        flush();
        return new Result(format, sheets, line, skipped);
    }

    private void progress(int permille, long rows) {
        Instant now = clock.instant();
        if (Duration.between(last, now).compareTo(BEAT) >= 0) {
            last = now;
            if (!sink.beat().at(permille, line)) {
                throw new CancellationException("cancelled by a person");
            }
        }
    }

    @Override
    public void sheet(SheetHead next) {
        endSheet();
        head = next;
        layout = null;
        hopeless = next.hidden();
        section = Optional.empty();
    }

    @Override
    public void row(Row row) {
        if (hopeless) {
            skipped++;
        } else if (layout == null) {
            top.add(row);
            if (top.size() == Columns.LOOK_AT) {
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

    /** Enough of a sheet has been seen to say where its header is. */
    private void begin() {
        SheetHead sheet = java.util.Objects.requireNonNull(head);
        Optional<Layout> found = Columns.recognize(sheet, top);
        if (found.isEmpty()) {
            hopeless = true;
            skipped += top.size();
            top.clear();
            return;
        }
        Layout chosen = remembered(found.get());
        layout = chosen;
        sheets++;
        sink.columns().accept(described(sheet, chosen));
        section = chosen.sheetBranch();
        for (Row row : top) {
            if (row.number() > chosen.headerBottom()) {
                take(chosen, row);
            } else {
                skipped++;
            }
        }
        top.clear();
    }

    private void take(Layout chosen, Row row) {
        switch (RowSorting.sort(row, chosen)) {
            case Sorted.Person(), Sorted.Nameless() -> {
                batch.add(reader.read(++line, java.util.Objects.requireNonNull(head), chosen, row, section));
                if (batch.size() == BATCH) {
                    flush();
                }
            }
            case Sorted.Section(String text) -> {
                section = Optional.of(text);
                skipped++;
            }
            case Sorted.Total(), Sorted.Note(), Sorted.RepeatedHeader() -> skipped++;
        }
    }

    private void flush() {
        if (!batch.isEmpty()) {
            sink.rows().accept(List.copyOf(batch));
            batch.clear();
        }
    }

    private Layout remembered(Layout guessed) {
        List<ColumnGuess> columns = guessed.columns().stream()
                .map(each -> {
                    String said = headings.get(each.heading());
                    return said == null
                            ? each
                            : new ColumnGuess(each.column(), each.heading(), RosterField.valueOf(said), 1);
                })
                .toList();
        return new Layout(
                guessed.titles(), guessed.headerTop(), guessed.headerBottom(), columns, guessed.sheetBranch());
    }

    private List<ImportRowStore.Column> described(SheetHead sheet, Layout chosen) {
        return chosen.columns().stream()
                .map(each -> new ImportRowStore.Column(
                        sheet.index(),
                        each.column(),
                        sheet.name(),
                        each.heading(),
                        each.field().name(),
                        each.confidence() > 0,
                        sample(chosen, each)))
                .toList();
    }

    /** Two values of a column; identity numbers masked. */
    private String sample(Layout chosen, ColumnGuess column) {
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (Row row : top) {
            String text = row.cell(column.column()).text().strip();
            if (row.number() > chosen.headerBottom() && !text.isEmpty() && seen.size() < 2) {
                boolean secret = text.chars().filter(Character::isDigit).count() >= 12;
                String shown = secret ? org.yijitong.organization.roster.IdentityNumbers.masked(text) : text;
                seen.put(Cut.at(24, shown), true);
            }
        }
        return String.join("、", seen.keySet());
    }
}

package org.yijitong.organization.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.Cell;
import org.yijitong.document.Row;
import org.yijitong.document.SheetHead;
import org.yijitong.organization.imports.Fault.Offer;
import org.yijitong.organization.roster.DateReading;
import org.yijitong.organization.roster.Layout;
import org.yijitong.organization.roster.RosterDates;
import org.yijitong.organization.roster.RosterField;
import org.yijitong.shared.Cut;

/** The cells of one row, asked field by field; gathers what was given, what is wrong, and what is worth a remark. */
final class RowReading {
    private final SheetHead head;
    private final Layout layout;
    private final Row row;
    private final Fixes fixes;
    private final LocalDate today;
    private final Set<RosterField> given = EnumSet.noneOf(RosterField.class);
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> notes = new ArrayList<>();

    RowReading(SheetHead head, Layout layout, Row row, Fixes fixes, LocalDate today) {
        this.head = head;
        this.layout = layout;
        this.row = row;
        this.fixes = fixes;
        this.today = today;
    }

    /** What stands in a field, or what a person put in its place. */
    Cell cell(RosterField field) {
        Optional<String> said = fixes.of(head.index(), row.number(), field);
        return said.map(Cell::text).orElseGet(() -> written(field));
    }

    Cell written(RosterField field) {
        OptionalInt column = layout.column(field);
        return column.isPresent() ? row.cell(column.getAsInt()) : Cell.BLANK;
    }

    boolean wasFixed(RosterField field) {
        return fixes.of(head.index(), row.number(), field).isPresent();
    }

    /** A text of bounded length; null when there is none. */
    @Nullable
    String text(RosterField field, int longest) {
        String text = cell(field).text().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > longest) {
            fault(field, "imports.fault.tooLong", Cut.at(20, text), Integer.toString(longest));
            return null;
        }
        given.add(field);
        return text;
    }

    /** A day that is not in the future; null when there is none or it is not to be taken. */
    @Nullable
    LocalDate day(RosterField field) {
        Cell cell = cell(field);
        return switch (RosterDates.parse(cell, head.from1904())) {
            case DateReading.Nothing() -> null;
            case DateReading.Day(LocalDate date, boolean fromSerial) -> {
                if (fromSerial) {
                    note(field, "imports.note.serial", cell.text(), date.toString());
                }
                yield past(field, cell.text(), date);
            }
            case DateReading.MonthOnly(var month) -> {
                String first = month.atDay(1).toString();
                faults.add(Fault.of(field, column(field), "imports.fault.monthOnly", cell.text())
                        .offering(List.of(new Offer(first, first))));
                yield null;
            }
            case DateReading.Unclear(var reason, String text) -> {
                faults.add(Fault.of(field, column(field), "imports.fault.date." + reason, text)
                        .offering(DateOffers.of(reason, text)));
                yield null;
            }
        };
    }

    private @Nullable LocalDate past(RosterField field, String text, LocalDate date) {
        if (date.isAfter(today)) {
            faults.add(Fault.of(field, column(field), "imports.fault.future", text)
                    .offering(DateOffers.swapped(date, today)));
            return null;
        }
        given.add(field);
        return date;
    }

    void give(RosterField field) {
        given.add(field);
    }

    void fault(RosterField field, String key, String... arguments) {
        faults.add(Fault.of(field, column(field), key, arguments));
    }

    void fault(RosterField field, String key, List<Offer> offers, String... arguments) {
        faults.add(Fault.of(field, column(field), key, arguments).offering(offers));
    }

    void note(RosterField field, String key, String... arguments) {
        notes.add(Fault.of(field, column(field), key, arguments));
    }

    private int column(RosterField field) {
        return layout.column(field).orElse(-1);
    }

    List<String> given() {
        return given.stream().map(Enum::name).toList();
    }

    List<Fault> faults() {
        return faults;
    }

    List<Fault> notes() {
        return notes;
    }
}

package org.yijitong.organization.charts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.Cell;
import org.yijitong.document.Row;
import org.yijitong.document.SheetHead;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.charts.ChartRow.Founded;
import org.yijitong.organization.roster.ChartField;
import org.yijitong.organization.roster.ChartKinds;
import org.yijitong.organization.roster.ChartLayout;
import org.yijitong.organization.roster.DateReading;
import org.yijitong.organization.roster.RosterDates;
import org.yijitong.organization.roster.Written;
import org.yijitong.shared.Cut;

/** Understands the cells of one row, each for itself. */
final class RowUnderstanding {
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SHORT_NAME = 40;
    private static final int LONGEST_PATH = 500;

    private final LocalDate today;

    RowUnderstanding(LocalDate today) {
        this.today = today;
    }

    /** The cells of a row and what is wrong with them. */
    private record Cells(SheetHead head, ChartLayout layout, Row row, List<ChartFault> faults) {
        Cell cell(ChartField field) {
            return layout.cell(row, field);
        }

        void fault(ChartField field, String key, String... arguments) {
            faults.add(ChartRow.fault(layout, field, key, arguments));
        }

        /** A text of bounded length; null when there is none. */
        @Nullable
        String text(ChartField field, int longest) {
            Cell cell = cell(field);
            String text = ChartText.tidy(cell.text());
            if (text.isEmpty()) {
                return null;
            }
            if (cell.kind() == Cell.Kind.ERROR) {
                fault(field, "formula", text);
                return null;
            }
            if (text.length() > longest) {
                fault(field, "tooLong", Cut.at(20, text), Integer.toString(longest));
                return null;
            }
            return text;
        }
    }

    ChartRow of(int line, SheetHead head, ChartLayout layout, Row row) {
        Cells cells = new Cells(head, layout, row, new ArrayList<>());
        return new ChartRow(
                line,
                new ChartRow.Place(head.index(), head.name(), row.number()),
                layout,
                code(cells),
                cells.text(ChartField.NAME, LONGEST_NAME),
                cells.text(ChartField.SHORT_NAME, LONGEST_SHORT_NAME),
                kind(cells),
                cells.text(ChartField.SUPERIOR, LONGEST_PATH),
                founded(cells),
                cells.text(ChartField.APPROVAL_NUMBER, LONGEST_NAME),
                position(cells),
                cells.faults());
    }

    private static @Nullable String code(Cells cells) {
        if (cells.cell(ChartField.CODE).digitsLost()) {
            cells.fault(
                    ChartField.CODE,
                    "codeDestroyed",
                    cells.cell(ChartField.CODE).text());
            return null;
        }
        String text = cells.text(ChartField.CODE, LONGEST_PATH);
        String code = text == null ? null : Written.plain(text);
        if (code != null && (code.length() > LONGEST_CODE || !code.matches("[A-Za-z0-9-]+"))) {
            cells.fault(ChartField.CODE, "code", shown(code));
            return null;
        }
        return code;
    }

    private static @Nullable OrganizationKind kind(Cells cells) {
        String text = cells.text(ChartField.KIND, LONGEST_PATH);
        OrganizationKind kind = text == null ? null : ChartKinds.parse(text).orElse(null);
        if (text != null && kind == null) {
            cells.fault(ChartField.KIND, "kind", shown(text));
        }
        return kind;
    }

    private static @Nullable Integer position(Cells cells) {
        String text = cells.text(ChartField.POSITION, LONGEST_PATH);
        if (text == null) {
            return null;
        }
        if (!Written.plain(text).matches("\\d{1,4}")) {
            cells.fault(ChartField.POSITION, "position", shown(text));
            return null;
        }
        return Integer.valueOf(Written.plain(text));
    }

    private Founded founded(Cells cells) {
        Cell cell = cells.cell(ChartField.FOUNDED_ON);
        if (cell.kind() == Cell.Kind.ERROR) {
            cells.fault(ChartField.FOUNDED_ON, "formula", cell.text());
            return Founded.UNSAID;
        }
        return switch (RosterDates.parse(cell, cells.head().from1904())) {
            case DateReading.Nothing() -> Founded.UNSAID;
            case DateReading.MonthOnly(var month) -> new Founded(null, month);
            case DateReading.Unclear(var reason, String text) -> {
                cells.fault(ChartField.FOUNDED_ON, "date." + reason, shown(text));
                yield Founded.UNSAID;
            }
            case DateReading.Day(LocalDate date, boolean _) -> {
                if (date.isAfter(today)) {
                    cells.fault(ChartField.FOUNDED_ON, "future", shown(cell.text()));
                    yield Founded.UNSAID;
                }
                yield new Founded(date, null);
            }
        };
    }

    /** What was written, not more of it than a sentence can carry. */
    private static String shown(String text) {
        return Cut.at(20, text);
    }
}

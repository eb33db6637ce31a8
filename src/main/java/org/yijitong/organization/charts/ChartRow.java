package org.yijitong.organization.charts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.roster.ChartField;
import org.yijitong.organization.roster.ChartLayout;

/**
 * One row of a chart as read, before it is compared with the trees. What is null was left blank, or is at fault.
 *
 * @param line its number among the rows that list an organization, from 1
 * @param superior the code, name or path of the superior, as written
 * @param foundedOn a day, or only a month, which will do for what is held already
 * @param faults what is wrong, added to as the row is looked into further
 */
record ChartRow(
        int line,
        Place place,
        ChartLayout layout,
        @Nullable String code,
        @Nullable String name,
        @Nullable String shortName,
        @Nullable OrganizationKind kind,
        @Nullable String superior,
        Founded foundedOn,
        @Nullable String approvalNumber,
        @Nullable Integer position,
        List<ChartFault> faults) {

    ChartRow {
        faults = new ArrayList<>(faults);
    }

    /** Where it stands in the file. */
    record Place(int sheet, String sheetName, int rowNumber) {}

    /** When it was founded: to the day, to the month, or not said. */
    record Founded(@Nullable LocalDate day, @Nullable YearMonth month) {
        static final Founded UNSAID = new Founded(null, null);

        boolean said() {
            return day != null || month != null;
        }

        /** Whether it says another day than the one that is held. */
        boolean differs(LocalDate held) {
            return (month != null && !month.equals(YearMonth.from(held))) || (day != null && !day.equals(held));
        }
    }

    void fault(ChartField field, String key, String... arguments) {
        faults.add(fault(layout, field, key, arguments));
    }

    /** About another row, which may stand in another sheet. */
    void fault(ChartField field, String key, ChartRow other) {
        boolean elsewhere = other.place().sheet() != place().sheet();
        fault(
                field,
                key + (elsewhere ? ".elsewhere" : ""),
                Integer.toString(other.place().rowNumber()),
                other.place().sheetName());
    }

    static ChartFault fault(ChartLayout layout, ChartField field, String key, String... arguments) {
        return new ChartFault(
                field,
                layout.column(field),
                layout.headings().getOrDefault(field, ""),
                "charts.fault." + key,
                List.of(arguments));
    }

    /** One row of a file is one row, whatever is found out about it later. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChartRow row && row.line == line;
    }

    @Override
    public int hashCode() {
        return line;
    }

    boolean refused() {
        return !faults.isEmpty();
    }
}

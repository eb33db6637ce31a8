package org.yijitong.organization.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.charts.Chart;
import org.yijitong.organization.charts.ChartImport;
import org.yijitong.organization.charts.ChartLine;
import org.yijitong.organization.charts.ChartState;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.organization.roster.ChartField;
import org.yijitong.shared.Page;

/**
 * One workbook of organizations as programs see it.
 *
 * @param on the day it is of
 * @param fingerprint to be sent back with the word to put it in; null unless it waits
 * @param counts rows by verdict, while it waits
 * @param unlisted organizations that are there and not in the file, while it waits
 * @param added how many organizations were founded, once it has been put in
 */
record ChartView(
        UUID id,
        String fileName,
        LocalDate on,
        Instant created,
        ChartState state,
        @Nullable String fingerprint,
        Map<Verdict, Integer> counts,
        int unlisted,
        List<String> unusedColumns,
        int added,
        int changed) {

    /** What somebody saw and wants. */
    record ApplicationRequest(@Nullable String fingerprint) {}

    /** Rows of one verdict. */
    @Schema(name = "ChartRowsView")
    record RowsView(List<RowView> rows, @Nullable String next) {}

    /** What stands there, and what the file says. */
    @Schema(name = "ChartChangeView")
    record ChangeView(ChartField field, String before, String after) {}

    /** What is wrong with a cell; the column counts from 0 and is -1 when the file has none for the field. */
    @Schema(name = "ChartFaultView")
    record FaultView(ChartField field, int column, String message) {}

    /** One row and what would become of it. */
    @Schema(name = "ChartRowView")
    record RowView(
            int line,
            String sheet,
            int row,
            @Nullable String code,
            @Nullable String name,
            @Nullable String shortName,
            @Nullable OrganizationKind kind,
            @Nullable String superior,
            @Nullable LocalDate founded,
            @Nullable String approvalNumber,
            int position,
            List<FaultView> faults,
            List<ChangeView> changes) {
        static RowView of(Page page, ChartLine line) {
            return new RowView(
                    line.line(),
                    line.sheetName(),
                    line.rowNumber(),
                    line.code(),
                    line.name(),
                    line.shortName(),
                    line.kind(),
                    line.superior(),
                    line.foundedOn(),
                    line.approvalNumber(),
                    line.position(),
                    line.faults().stream()
                            .map(fault -> new FaultView(
                                    fault.field(),
                                    fault.column(),
                                    page.t(fault.key(), fault.arguments().toArray())))
                            .toList(),
                    line.changes().entrySet().stream()
                            .map(change -> new ChangeView(
                                    change.getKey(),
                                    change.getValue().before(),
                                    change.getValue().after()))
                            .toList());
        }
    }

    static ChartView of(ChartImport found, @Nullable Chart chart) {
        return new ChartView(
                found.importId().value(),
                found.fileName(),
                found.effectiveOn(),
                found.createdAt(),
                found.state(),
                chart == null ? null : chart.fingerprint(),
                chart == null ? Map.of() : chart.counts(),
                chart == null ? 0 : chart.unlisted(),
                chart == null ? List.of() : chart.unused(),
                found.added(),
                found.changed());
    }
}

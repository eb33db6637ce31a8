package org.yijitong.organization.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.imports.CheckedRow;
import org.yijitong.organization.imports.Import;
import org.yijitong.organization.imports.ImportState;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.shared.Page;

/**
 * One import as programs see it.
 *
 * @param on the day the roster is of
 * @param done rows done of the present stage
 * @param total rows of the present stage, 0 when not known yet
 * @param message why it was refused, or waits for a person again
 * @param counts rows by verdict
 */
record ImportView(
        UUID id,
        String fileName,
        LocalDate on,
        Instant created,
        ImportState state,
        String stage,
        int done,
        int total,
        @Nullable String message,
        Map<Verdict, Integer> counts) {

    /** Rows of one verdict. */
    @Schema(name = "ImportRowsView")
    record RowsView(List<RowView> rows, @Nullable String next) {}

    /** One row after the check; the identity number is masked. */
    @Schema(name = "ImportRowView")
    record RowView(
            int line,
            String sheet,
            int row,
            @Nullable String name,
            @Nullable String identityNumber,
            @Nullable LocalDate joinedOn,
            @Nullable String writtenOrganization,
            @Nullable UUID organization,
            @Nullable String kind,
            List<String> states,
            List<FaultView> faults,
            List<FaultView> notes,
            Map<String, List<@Nullable String>> changes) {
        static RowView of(Page page, CheckedRow row) {
            return new RowView(
                    row.line(),
                    row.sheetName(),
                    row.rowNumber(),
                    row.name(),
                    row.identityShown(),
                    row.joinedOn(),
                    row.writtenBranch(),
                    row.organizationId(),
                    row.kind() == null ? null : row.kind().toUpperCase(Locale.ROOT),
                    row.states().stream()
                            .map(state -> state.toUpperCase(Locale.ROOT))
                            .toList(),
                    faults(page, row.faults()),
                    faults(page, row.notes()),
                    row.changes());
        }

        private static List<FaultView> faults(Page page, List<CheckedRow.Fault> faults) {
            return faults.stream()
                    .map(fault -> new FaultView(
                            fault.field().toUpperCase(Locale.ROOT),
                            fault.column(),
                            page.t(fault.key(), fault.arguments().toArray())))
                    .toList();
        }
    }

    /**
     * What is wrong with a cell, or worth knowing.
     *
     * @param field as in {@code RosterField}
     * @param column from 0; -1 when it is not about one cell
     */
    @Schema(name = "ImportFaultView")
    record FaultView(String field, int column, String message) {}

    static ImportView of(Page page, Import found, Map<Verdict, Integer> counts) {
        return new ImportView(
                found.importId().value(),
                found.fileName(),
                found.effectiveOn(),
                found.createdAt(),
                found.state(),
                found.stage(),
                found.done(),
                found.total(),
                found.message() == null
                        ? null
                        : page.t(found.message(), found.messageArguments().toArray()),
                counts);
    }
}

package org.yijitong.organization.charts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.organization.roster.ChartField;

/**
 * One row of a chart and what would become of it.
 *
 * @param line its number among the rows that list an organization, over all sheets
 * @param superior the name of its superior, or what was written when that could not be told
 * @param changes what stands there and what the file says, as texts; kinds by their constants
 */
public record ChartLine(
        int line,
        int sheet,
        String sheetName,
        int rowNumber,
        Verdict verdict,
        @Nullable String code,
        @Nullable String name,
        @Nullable String shortName,
        @Nullable OrganizationKind kind,
        @Nullable String superior,
        @Nullable LocalDate foundedOn,
        @Nullable String approvalNumber,
        int position,
        List<ChartFault> faults,
        Map<ChartField, Change> changes) {

    /** One field that would be otherwise; empty where nothing stands. */
    public record Change(String before, String after) {}
}

package org.yijitong.organization.web;

import java.util.List;
import java.util.Map;
import org.yijitong.organization.charts.Chart;
import org.yijitong.organization.charts.ChartFault;
import org.yijitong.organization.charts.ChartImport;
import org.yijitong.organization.charts.ChartLine;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.organization.roster.ChartField;
import org.yijitong.shared.Page;

/**
 * What a workbook of organizations would do, before anything is put in.
 *
 * @param lines rows of the chosen verdict, one page of them
 * @param next the line after which the next page begins; 0 when there is none
 */
public record ChartPage(
        ChartImport file, Chart chart, Map<Verdict, Integer> counts, Verdict showing, List<ChartLine> lines, int next) {

    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /** How many organizations would be founded or changed. */
    public int ready() {
        return count(Verdict.ADDED) + count(Verdict.CHANGED);
    }

    /** Whether it may be put in: something would happen, and nothing is at fault. */
    public boolean fine() {
        return count(Verdict.REFUSED) == 0 && ready() > 0;
    }

    /** The finding at the top. */
    public String title(Page page) {
        if (count(Verdict.REFUSED) > 0) {
            return page.t("charts.check.some", count(Verdict.REFUSED));
        }
        return fine()
                ? page.t("charts.check.fine", count(Verdict.ADDED), count(Verdict.CHANGED))
                : page.t("charts.check.same", count(Verdict.SAME));
    }

    /** The sheet and row of a line. */
    public String where(Page page, ChartLine line) {
        return line.sheetName().isEmpty()
                ? page.t("charts.where.row", line.rowNumber())
                : page.t("charts.where", line.sheetName(), line.rowNumber());
    }

    /** The column of a fault: its letter and what is written above it. */
    public String column(Page page, ChartFault fault) {
        return fault.column() < 0
                ? page.t("charts.field." + fault.field())
                : page.t("charts.where.column", letters(fault.column()), fault.heading());
    }

    /** A text of a changed field as people read it. */
    public String value(Page page, ChartField field, String text) {
        if (text.isEmpty()) {
            return page.t("organization.change.nothing");
        }
        return field == ChartField.KIND ? page.t("organization.kind." + text) : text;
    }

    /** As spreadsheets name their columns: A to Z, AA and on. */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}

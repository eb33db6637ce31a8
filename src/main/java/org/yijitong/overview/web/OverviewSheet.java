package org.yijitong.overview.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.yijitong.document.Attachment;
import org.yijitong.document.Download;
import org.yijitong.document.WorkbookWriter;
import org.yijitong.document.WorkbookWriter.Column;
import org.yijitong.shared.Page;

/** Writes the heat table of an overview as a workbook or as text: the rows and the figures that are shown. */
@Component
class OverviewSheet {

    void send(Page page, OverviewPage shown, boolean xlsx, HttpServletResponse response) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter writer = xlsx ? WorkbookWriter.xlsx(out) : WorkbookWriter.csv(out)) {
            write(page, shown, writer);
        }
        response.setContentType(xlsx ? Attachment.Kind.XLSX.mediaType() : "text/csv;charset=UTF-8");
        response.setContentLength(out.size());
        String name = page.t(
                "overview.sheet.file",
                shown.name(),
                Integer.toString(shown.year()),
                shown.day().on());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Download.under(name + (xlsx ? ".xlsx" : ".csv")));
        out.writeTo(response.getOutputStream());
    }

    private static void write(Page page, OverviewPage shown, WorkbookWriter writer) throws IOException {
        DutyWords words = new DutyWords(page);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(page.t("overview.heat.organization"), 30));
        for (int month = 1; month <= 12; month++) {
            columns.add(Column.of(words.month(month), 7));
        }
        columns.add(Column.of(page.t("overview.sheet.asked"), 8));
        columns.add(Column.of(page.t("overview.sheet.met"), 8));
        columns.add(Column.of(page.t("overview.sheet.late"), 8));
        writer.sheet(page.t("overview.heat.name"), columns);
        for (HeatRow row : shown.rows()) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(row.name());
            row.cells()
                    .forEach(cell -> values.add(
                            cell.tally().rate().isPresent()
                                    ? cell.tally().rate().getAsInt()
                                    : null));
            values.add(row.sum().tally().asked());
            values.add(row.sum().tally().met());
            values.add(row.sum().tally().late());
            writer.row(values);
        }
    }
}

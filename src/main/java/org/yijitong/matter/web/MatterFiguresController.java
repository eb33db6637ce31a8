package org.yijitong.matter.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.document.Attachment;
import org.yijitong.document.Download;
import org.yijitong.document.WorkbookWriter;
import org.yijitong.document.WorkbookWriter.Column;
import org.yijitong.matter.Board;
import org.yijitong.matter.FlowInWords;
import org.yijitong.matter.Flows;
import org.yijitong.matter.MatterLine;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** What became of the matters of a year, and the board as a file. */
@Controller
class MatterFiguresController {
    /** More than anybody reads in a workbook; narrower filters give the rest. */
    private static final int MOST = 20_000;

    private static final int FIRST_YEAR = 2000;

    private final Board board;
    private final Flows flows;
    private final Days days;
    private final Templates html;

    MatterFiguresController(Board board, Flows flows, Days days, Templates html) {
        this.board = board;
        this.flows = flows;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units/{unit}/matters/statistics")
    Html statistics(Page page, Scope scope, @RequestParam(required = false) @Nullable String year) {
        int asked = year == null ? days.today().getYear() : year(year);
        List<FiguresPage.Row> rows = board.sums(scope, asked).stream()
                .map(sums -> new FiguresPage.Row(
                        flows.newest(sums.flow(), days.today())
                                .map(each -> each.flow()
                                        .head()
                                        .name()
                                        .in(page.words().language()))
                                .orElse(sums.flow()),
                        sums))
                .toList();
        return new Html(html.matterFigures(
                page,
                new FiguresPage(
                        new MatterAddress(scope.unit()).board(),
                        asked,
                        days.today().getYear(),
                        rows)));
    }

    private int year(String written) {
        int year = written.matches("\\d{4}") ? Integer.parseInt(written) : 0;
        if (year < FIRST_YEAR || year > days.today().getYear()) {
            throw new NotFound();
        }
        return year;
    }

    /** The lines that the board would show with the same filter, page after page, from whichever of them it is asked for. */
    @GetMapping("/units/{unit}/matters/export")
    void export(
            Page page, Scope scope, @RequestParam MultiValueMap<String, String> values, HttpServletResponse response)
            throws IOException {
        boolean xlsx = !MatterController.value(values, "format").equals("csv");
        List<MatterLine> lines = board.lines(scope, BoardQuery.filter(values).whole(), MOST);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter writer = xlsx ? WorkbookWriter.xlsx(out) : WorkbookWriter.csv(out)) {
            write(page, lines, writer);
        }
        response.setContentType(xlsx ? Attachment.Kind.XLSX.mediaType() : "text/csv;charset=UTF-8");
        response.setContentLength(out.size());
        String name = page.t("matter.list.file", days.today().toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Download.under(name + (xlsx ? ".xlsx" : ".csv")));
        out.writeTo(response.getOutputStream());
    }

    private void write(Page page, List<MatterLine> lines, WorkbookWriter writer) throws IOException {
        List<Column> columns = new ArrayList<>();
        Map<String, Integer> widths = Map.of("what", 50);
        for (String column : List.of("what", "flow", "host", "state", "who", "day", "overdue", "reopened")) {
            columns.add(Column.of(page.t("matter.column." + column), widths.getOrDefault(column, 16)));
        }
        writer.sheet(page.t("matter.nav"), columns);
        for (MatterLine line : lines) {
            FlowInWords words = new FlowInWords(flows.version(line.versionId()), page.words());
            List<@Nullable Object> values = new ArrayList<>();
            values.add(line.title());
            values.add(words.name());
            values.add(line.host());
            values.add(words.state(line.state(), line.closed()));
            values.add(line.owner());
            values.add(line.day());
            values.add(line.late() ? page.t("matter.one.late") : null);
            values.add(line.reopened());
            writer.row(values);
        }
    }
}

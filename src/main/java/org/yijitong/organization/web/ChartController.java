package org.yijitong.organization.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yijitong.document.Download;
import org.yijitong.organization.charts.Chart;
import org.yijitong.organization.charts.ChartId;
import org.yijitong.organization.charts.ChartImport;
import org.yijitong.organization.charts.ChartImports;
import org.yijitong.organization.charts.ChartLine;
import org.yijitong.organization.charts.ChartMarks;
import org.yijitong.organization.charts.ChartState;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Once;
import org.yijitong.shared.Page;
import org.yijitong.shared.Pages;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Sha256;
import yijitong.html.Templates;

/** Bringing organizations from a workbook: the file, what each row would do, putting it in. */
@Controller
@RequestMapping("/units/{unit}/charts")
class ChartController {
    private static final int ROWS = 50;
    private static final int LATEST = 20;

    private final Templates html;
    private final ChartImports charts;
    private final ChartMarks marks;
    private final Once once;
    private final Days days;

    ChartController(Templates html, ChartImports charts, ChartMarks marks, Once once, Days days) {
        this.html = html;
        this.charts = charts;
        this.marks = marks;
        this.once = once;
        this.days = days;
    }

    @GetMapping
    Html list(Page page, Scope scope) {
        return list(page, scope, days.today().toString(), Map.of(), HttpStatus.OK);
    }

    private Html list(Page page, Scope scope, String on, Map<String, Invalid.Fault> faults, HttpStatus status) {
        return new Html(
                html.organizationCharts(
                        page, address(scope), Addresses.tree(scope), charts.latest(scope, LATEST), on, faults),
                status);
    }

    @PostMapping
    Object bring(
            Page page,
            Scope scope,
            @RequestParam String key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String on)
            throws IOException {
        try {
            if (file == null || file.isEmpty()) {
                throw new Invalid("file", "charts.invalid.noFile");
            }
            byte[] content = file.getBytes();
            String given = file.getOriginalFilename();
            String name = given == null || given.isBlank() ? "-" : given;
            LocalDate day = day(on);
            return "redirect:"
                    + once.run(
                            scope,
                            key,
                            Sha256.fingerprint("charts", name, day.toString(), Sha256.hex(content)),
                            () -> address(scope) + "/" + charts.bring(scope, name, content, day));
        } catch (Invalid invalid) {
            return list(page, scope, on, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private LocalDate day(String on) {
        try {
            return on.isBlank() ? days.today() : LocalDate.parse(on);
        } catch (java.time.DateTimeException e) {
            throw new Invalid("on", "charts.invalid.day", on);
        }
    }

    @GetMapping("/{id}")
    Html show(
            Page page,
            Scope scope,
            @PathVariable ChartId id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "0") int after) {
        ChartImport found = charts.find(scope, id);
        if (found.state() != ChartState.WAITING) {
            return new Html(html.organizationChartState(page, address(scope), Addresses.tree(scope), found));
        }
        Chart chart = charts.look(scope, id);
        Map<Verdict, Integer> counts = chart.counts();
        Verdict verdict = Stream.of(Verdict.values())
                .filter(each -> each.name().equalsIgnoreCase(show))
                .findFirst()
                .orElseGet(() -> Stream.of(Verdict.REFUSED, Verdict.ADDED, Verdict.CHANGED)
                        .filter(counts::containsKey)
                        .findFirst()
                        .orElse(Verdict.SAME));
        List<ChartLine> lines = chart.lines(verdict, Math.max(0, after), ROWS + 1);
        boolean more = lines.size() > ROWS;
        List<ChartLine> shown = more ? lines.subList(0, ROWS) : lines;
        return new Html(html.organizationChartCheck(
                page,
                address(scope),
                new ChartPage(
                        found,
                        chart,
                        counts,
                        verdict,
                        shown,
                        more ? shown.getLast().line() : 0)));
    }

    /** The same workbook with the faulty cells marked. */
    @GetMapping("/{id}/marked")
    ResponseEntity<byte[]> marked(Page page, Scope scope, @PathVariable ChartId id) {
        ChartImport found = charts.find(scope, id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String ending = marks.write(scope, id, page::t, out).name().toLowerCase(Locale.ROOT);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Download.under(page.t("charts.marked.name", found.fileName()) + "." + ending))
                .header(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                .body(out.toByteArray());
    }

    @PostMapping("/{id}/application")
    String apply(
            Page page,
            Scope scope,
            @PathVariable ChartId id,
            @RequestParam String key,
            @RequestParam String shown,
            RedirectAttributes flash) {
        String location = once.run(scope, key, "chart.apply:" + id + ":" + shown, () -> {
            Chart chart = charts.apply(scope, id, shown);
            flash.addFlashAttribute(
                    Pages.NOTICE,
                    page.t(
                            "charts.applied",
                            chart.plan().founded().size(),
                            chart.plan().altered().size()));
            return address(scope) + "/" + id;
        });
        return "redirect:" + location;
    }

    @PostMapping("/{id}/cancellation")
    String cancel(Scope scope, @PathVariable ChartId id, @RequestParam String key) {
        return "redirect:"
                + once.run(scope, key, "chart.cancel:" + id, () -> {
                    charts.cancel(scope, id);
                    return address(scope) + "/" + id;
                });
    }

    static String address(Scope scope) {
        return "/units/" + scope.unit() + "/charts";
    }
}

package org.yijitong.matter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.yijitong.document.Download;
import org.yijitong.document.WorkbookWriter;
import org.yijitong.document.WorkbookWriter.Column;
import org.yijitong.matter.Flow;
import org.yijitong.matter.door.Doors;
import org.yijitong.matter.hotline.HotlineFigures;
import org.yijitong.matter.hotline.HotlineFigures.Figure;
import org.yijitong.matter.web.HotlineFiguresPage.Line;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Page;
import org.yijitong.shared.UnitId;
import yijitong.html.Templates;

/** The figures of a unit’s hotline, for anybody: a page, a file, and for programs. */
@Controller
@Tag(name = "door")
class HotlineFiguresController {
    private final HotlineFigures figures;
    private final Doors doors;
    private final Templates html;

    HotlineFiguresController(HotlineFigures figures, Doors doors, Templates html) {
        this.figures = figures;
        this.doors = doors;
        this.html = html;
    }

    @GetMapping("/hotline/figures")
    Html page(
            Page page,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable Integer year) {
        Map<String, String> units = doors.units();
        String only = units.size() == 1 ? units.keySet().iterator().next() : "";
        String chosen = unit.isEmpty() ? only : unit;
        HotlineFigures.Year shown = chosen.isEmpty() ? null : year(chosen, year);
        return new Html(html.matterHotline(
                page,
                new HotlineFiguresPage(
                        units,
                        chosen,
                        shown,
                        figures.last(),
                        shown == null ? List.of() : called(months(page, shown)),
                        shown == null ? List.of() : called(kinds(page, shown)),
                        shown == null ? List.of() : rules(page, shown))));
    }

    /** Without those in which nobody called: on a telephone each row is a screen. */
    private static List<Line> called(List<Line> lines) {
        return lines.stream()
                .filter(line -> !Objects.equals(line.counts().get(Figure.RECEIVED), 0L))
                .toList();
    }

    private HotlineFigures.Year year(String unit, @Nullable Integer year) {
        return figures.of(new UnitId(Ids.inAddress(unit)), Objects.requireNonNullElse(year, figures.last()));
    }

    private static List<Line> months(Page page, HotlineFigures.Year year) {
        return year.months().stream()
                .map(row -> new Line(page.t("door.figures.month", row.id()), row.counts()))
                .toList();
    }

    private List<Line> kinds(Page page, HotlineFigures.Year year) {
        var options = figures.kinds();
        return year.kinds().stream()
                .map(row -> new Line(name(page, options, row.id(), "door.figures.unsorted"), row.counts()))
                .toList();
    }

    /** Calls that are not ours without a rule there are only under a flow that asks for none. */
    private List<Line> rules(Page page, HotlineFigures.Year year) {
        Map<String, Flow.Option> options = figures.rules();
        List<Line> lines = new ArrayList<>();
        year.rules().forEach((id, count) -> {
            if (!id.isEmpty() || !Objects.equals(count, 0L)) {
                Map<Figure, @Nullable Long> counts = new LinkedHashMap<>();
                counts.put(Figure.OUTSIDE, count);
                lines.add(new Line(name(page, options, id, "door.figures.ruleless"), counts));
            }
        });
        return lines;
    }

    private static String name(Page page, Map<String, Flow.Option> options, String id, String otherwise) {
        Flow.Option option = options.get(id);
        return option == null
                ? page.t(otherwise)
                : option.name().in(page.words().language());
    }

    @GetMapping("/hotline/figures.csv")
    void file(
            Page page,
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable Integer year,
            HttpServletResponse response)
            throws IOException {
        HotlineFigures.Year shown = year(unit, year);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter writer = WorkbookWriter.csv(out)) {
            write(page, shown, writer);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setContentLength(out.size());
        String name = page.t("door.figures.heading", shown.unit(), Integer.toString(shown.year()));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Download.under(name + ".csv"));
        out.writeTo(response.getOutputStream());
    }

    private void write(Page page, HotlineFigures.Year year, WorkbookWriter writer) throws IOException {
        List<Column> columns = new ArrayList<>(
                List.of(Column.of(page.t("door.figures.by"), 12), Column.of(page.t("door.figures.row"), 30)));
        Arrays.stream(Figure.values())
                .forEach(figure -> columns.add(Column.of(page.t("door.figures." + figure.name()), 12)));
        writer.sheet(page.t("door.figures.title"), columns);
        row(page, writer, "door.figures.whole", new Line("", year.whole().counts()));
        for (Line line : months(page, year)) {
            row(page, writer, "door.figures.months", line);
        }
        for (Line line : kinds(page, year)) {
            row(page, writer, "door.figures.kinds", line);
        }
        for (Line line : rules(page, year)) {
            row(page, writer, "door.figures.rules", line);
        }
    }

    /** What is not counted for a row is empty, what is not shown says so. */
    private static void row(Page page, WorkbookWriter writer, String table, Line line) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(page.t(table));
        values.add(line.name());
        for (Figure figure : Figure.values()) {
            Long count = line.counts().get(figure);
            values.add(count == null && line.counts().containsKey(figure) ? page.t("door.figures.hidden") : count);
        }
        writer.row(values);
    }

    /** The counts of a row, by figure; null for what is not shown. */
    record CountsView(String id, Map<String, @Nullable Long> counts) {
        static CountsView of(HotlineFigures.Row row) {
            Map<String, @Nullable Long> counts = new LinkedHashMap<>();
            row.counts().forEach((figure, count) -> counts.put(figure.name().toLowerCase(Locale.ROOT), count));
            return new CountsView(row.id(), counts);
        }
    }

    /**
     * The figures of a year.
     *
     * @param until the first day that is not in them
     * @param how each figure is counted
     */
    record FiguresView(
            String unit,
            int year,
            LocalDate until,
            CountsView whole,
            List<CountsView> months,
            List<CountsView> kinds,
            Map<String, @Nullable Long> rules,
            Map<String, String> how) {}

    @GetMapping("/api/v1/hotline/figures")
    @ResponseBody
    @Operation(
            summary = "How many calls a unit’s hotline had in a year, and what became of them; needs no account",
            description = "null for what is not shown: fewer than five, or what would tell one of these")
    FiguresView figures(Page page, @RequestParam String unit, @RequestParam(required = false) @Nullable Integer year) {
        HotlineFigures.Year shown = year(unit, year);
        Map<String, String> how = new LinkedHashMap<>();
        Arrays.stream(Figure.values())
                .forEach(figure ->
                        how.put(figure.name().toLowerCase(Locale.ROOT), page.t("door.figures.how." + figure.name())));
        return new FiguresView(
                shown.unit(),
                shown.year(),
                shown.until(),
                CountsView.of(shown.whole()),
                shown.months().stream().map(CountsView::of).toList(),
                shown.kinds().stream().map(CountsView::of).toList(),
                shown.rules(),
                how);
    }
}

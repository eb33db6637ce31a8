package org.yijitong.overview.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.DayView;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Behind;
import org.yijitong.overview.Choice;
import org.yijitong.overview.Items;
import org.yijitong.overview.Overviews;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** How the organizations of a unit stand, and what lies behind each figure. */
@Controller
class OverviewController {
    private final Overviews overviews;
    private final OverviewPages pages;
    private final OverviewSheet sheet;
    private final Mechanisms mechanisms;
    private final Days days;
    private final Templates html;

    OverviewController(
            Overviews overviews,
            OverviewPages pages,
            OverviewSheet sheet,
            Mechanisms mechanisms,
            Days days,
            Templates html) {
        this.overviews = overviews;
        this.pages = pages;
        this.sheet = sheet;
        this.mechanisms = mechanisms;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units/{unit}/overview")
    Html overview(Page page, Scope scope, OverviewQuery query) {
        return pages.of(page, scope, query);
    }

    @GetMapping("/units/{unit}/overview/export.xlsx")
    void workbook(Page page, Scope scope, OverviewQuery query, HttpServletResponse response) throws IOException {
        sheet.send(page, pages.shown(page, scope, query), true, response);
    }

    @GetMapping("/units/{unit}/overview/export.csv")
    void text(Page page, Scope scope, OverviewQuery query, HttpServletResponse response) throws IOException {
        sheet.send(page, pages.shown(page, scope, query), false, response);
    }

    /**
     * What lies behind a figure.
     *
     * @param month 1 to 12; all that the overview reads when absent
     * @param alone whether only the organization's own duties are meant
     * @param show {@code missing}, {@code late}, or everything
     * @param after where the page begins
     */
    @GetMapping("/units/{unit}/overview/obligations")
    Html obligations(
            Page page,
            Scope scope,
            OverviewQuery query,
            @RequestParam(defaultValue = "0") String month,
            @RequestParam(defaultValue = "") String alone,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after) {
        DayView day = query.day(days.today());
        Choice choice = query.choice(day.on());
        OrganizationId of = query.organization(scope);
        Behind behind = behind(of, alone.equals("yes"), month(month), choice, day, show);
        Items items = overviews.behind(scope, behind, choice, day.asOf(), after);
        OverviewAddress at = new OverviewAddress(scope.unit());
        String list =
                query.at(at.overview() + "/obligations", Map.of("of", of.toString(), "month", month, "alone", alone));
        return new Html(html.overviewItems(
                page,
                new ItemsPage(
                        at,
                        query.at(at.overview(), Map.of("of", "")),
                        overviews.name(scope, of, day.on()),
                        month(month),
                        choice.year(),
                        behind.show(),
                        list,
                        items,
                        mechanisms::version,
                        day)));
    }

    private static @Nullable Integer month(String month) {
        return month.matches("[1-9]|1[0-2]") ? Integer.valueOf(month) : null;
    }

    private Behind behind(
            OrganizationId of, boolean alone, @Nullable Integer month, Choice choice, DayView day, String show) {
        LocalDate first = month == null ? overviews.first(choice, day.asOf()) : LocalDate.of(choice.year(), month, 1);
        LocalDate last = month == null
                ? LocalDate.of(choice.year(), 12, 31)
                : first.plusMonths(1).minusDays(1);
        Behind.Show which = switch (show) {
            case "missing" -> Behind.Show.MISSING;
            case "late" -> Behind.Show.LATE;
            default -> Behind.Show.ALL;
        };
        return new Behind(of, alone, first, last, which);
    }
}

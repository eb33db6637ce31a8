package org.yijitong.overview.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.DayView;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Choice;
import org.yijitong.overview.Overview;
import org.yijitong.overview.Overviews;
import org.yijitong.overview.Table;
import org.yijitong.overview.Tally;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Link;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Makes the page of how an organization and those below it stand. */
@Component
class OverviewPages {
    private final Overviews overviews;
    private final RuleChoices rules;
    private final Mechanisms mechanisms;
    private final Days days;
    private final Templates html;

    OverviewPages(Overviews overviews, RuleChoices rules, Mechanisms mechanisms, Days days, Templates html) {
        this.overviews = overviews;
        this.rules = rules;
        this.mechanisms = mechanisms;
        this.days = days;
        this.html = html;
    }

    Html of(Page page, Scope scope, OverviewQuery query) {
        return new Html(html.overviewOverview(page, shown(page, scope, query)));
    }

    OverviewPage shown(Page page, Scope scope, OverviewQuery query) {
        DayView day = query.day(days.today());
        Choice choice = query.choice(day.on());
        OrganizationId of = query.organization(scope);
        Overview seen = overviews.of(scope, of, choice, day.asOf());
        OverviewAddress at = new OverviewAddress(scope.unit());
        return new OverviewPage(
                at,
                at.overview(),
                way(page, scope, of, at.overview(), query),
                seen.name(),
                day,
                choice.year(),
                Objects.requireNonNullElse(query.rule(), ""),
                keep(query),
                HeatView.of(query, at.overview()),
                rules.of(page),
                seen.table().month(month(choice, day)),
                seen.table().sum(),
                seen.table().troubled(),
                seen.table().rows().stream()
                        .map(row -> row(page, at, of, choice, query, row))
                        .toList(),
                seen.late(),
                query.at(at.overview() + "/obligations", Map.of("show", "late")),
                List.of(
                        query.at(at.overview() + "/export.xlsx", Map.of("view", "")),
                        query.at(at.overview() + "/export.csv", Map.of("view", ""))),
                mechanisms::version);
    }

    /** The month of the day in the year shown; its last month when that year is over. */
    private static LocalDate month(Choice choice, DayView day) {
        return choice.year() == day.on().getYear() ? day.on().withDayOfMonth(1) : LocalDate.of(choice.year(), 12, 1);
    }

    private static List<Link> way(Page page, Scope scope, OrganizationId of, String address, OverviewQuery query) {
        return of.value().equals(scope.top())
                ? List.of()
                : List.of(new Link(query.at(address, Map.of("of", "")), page.t("overview.nav")));
    }

    private static Map<String, String> keep(OverviewQuery query) {
        Map<String, String> keep = new LinkedHashMap<>();
        put(keep, "of", query.of());
        put(keep, "year", query.year());
        put(keep, "rule", query.rule());
        put(keep, "view", query.chart() ? query.view() : null);
        return keep;
    }

    private static void put(Map<String, String> keep, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            keep.put(name, value);
        }
    }

    private static HeatRow row(
            Page page,
            OverviewAddress at,
            OrganizationId of,
            Choice choice,
            OverviewQuery query,
            Table.Row<Overview.Place> row) {
        Overview.Place place = row.of();
        boolean own = place.organizationId().equals(of);
        boolean deeper = !own
                && List.of("general_branch", "organ_committee", "working_committee")
                        .contains(place.kind());
        String href = deeper
                ? query.at(at.overview(), Map.of("of", place.organizationId().toString()))
                : at.duties(place.organizationId());
        String list = query.at(at.overview() + "/obligations", behind(of, place, own));
        List<HeatCell> cells = new ArrayList<>();
        IntStream.rangeClosed(1, 12)
                .mapToObj(month -> LocalDate.of(choice.year(), month, 1))
                .forEach(month -> cells.add(cell(row.month(month), list + "&month=" + month.getMonthValue())));
        String note = own ? page.t("overview.own") : place.closed() ? page.t("overview.closed") : null;
        return new HeatRow(place.name(), href, note, cells, cell(row.sum(), list));
    }

    private static Map<String, String> behind(OrganizationId of, Overview.Place place, boolean own) {
        return own
                ? Map.of("of", of.toString(), "alone", "yes")
                : Map.of("of", place.organizationId().toString());
    }

    private static HeatCell cell(Tally tally, String list) {
        if (tally.owed() == 0) {
            return new HeatCell(tally, null);
        }
        return new HeatCell(tally, list + (tally.missing() > 0 ? "&show=missing" : ""));
    }
}

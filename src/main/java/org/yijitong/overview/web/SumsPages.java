package org.yijitong.overview.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.organization.DayView;
import org.yijitong.overview.Choice;
import org.yijitong.overview.Sums;
import org.yijitong.overview.Table;
import org.yijitong.overview.Tally;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Makes the page of how a unit and those below it stand. */
@Component
class SumsPages {
    private final Sums sums;
    private final RuleChoices rules;
    private final Days days;
    private final Templates html;

    SumsPages(Sums sums, RuleChoices rules, Days days, Templates html) {
        this.sums = sums;
        this.rules = rules;
        this.days = days;
        this.html = html;
    }

    Html of(Page page, Scope scope, CurrentUser user, OverviewQuery query) {
        DayView day = query.day(days.today());
        Choice choice = query.choice(day.on());
        Sums.Seen seen = sums.of(scope, choice, day.on());
        OverviewAddress at = new OverviewAddress(scope.unit());
        boolean own = scope.unit().equals(user.unit());
        LocalDate month =
                choice.year() == day.on().getYear() ? day.on().withDayOfMonth(1) : LocalDate.of(choice.year(), 12, 1);
        Table<Sums.Unit> units = seen.units();
        return new Html(html.overviewSums(
                page,
                new SumsPage(
                        at.sums(),
                        own ? null : query.at(new OverviewAddress(user.unit()).sums(), Map.of()),
                        query.at(at.overview(), Map.of()),
                        seen.name(),
                        day,
                        choice.year(),
                        Objects.requireNonNullElse(query.rule(), ""),
                        HeatView.of(query, at.sums()),
                        rules.of(page),
                        units.month(month),
                        units.sum(),
                        units.troubled(),
                        rows(units, choice, unit -> unitRow(page, unit, query)),
                        rows(seen.duties(), choice, duty -> dutyRow(page, at, duty, query)))));
    }

    /** What a row is called and where it opens. */
    private record Head(String name, String href, @Nullable String note) {}

    private static Head unitRow(Page page, Sums.Unit unit, OverviewQuery query) {
        OverviewAddress at = new OverviewAddress(unit.unitId());
        return new Head(
                unit.name(),
                query.at(unit.own() ? at.overview() : at.sums(), Map.of()),
                unit.own() ? page.t("overview.sums.own") : null);
    }

    private Head dutyRow(Page page, OverviewAddress at, UUID duty, OverviewQuery query) {
        DutyWords words = new DutyWords(page);
        return new Head(
                words.full(rules.newest(duty)), query.at(at.sums(), Map.of("rule", OverviewQuery.rule(duty))), null);
    }

    private static <K> List<HeatRow> rows(Table<K> table, Choice choice, Function<K, Head> head) {
        return table.rows().stream()
                .map(row -> {
                    Head made = head.apply(row.of());
                    return new HeatRow(
                            made.name(),
                            made.href(),
                            made.note(),
                            IntStream.rangeClosed(1, 12)
                                    .mapToObj(month -> row.month(LocalDate.of(choice.year(), month, 1)))
                                    .map(tally -> cell(tally, made.href()))
                                    .toList(),
                            cell(row.sum(), made.href()));
                })
                .toList();
    }

    private static HeatCell cell(Tally tally, String href) {
        return new HeatCell(tally, tally.owed() == 0 ? null : href);
    }
}

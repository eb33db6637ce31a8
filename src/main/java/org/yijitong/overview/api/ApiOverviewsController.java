package org.yijitong.overview.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Behind;
import org.yijitong.overview.Choice;
import org.yijitong.overview.Items;
import org.yijitong.overview.Overviews;
import org.yijitong.overview.Sums;
import org.yijitong.shared.Days;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;

/** How organizations and units stand, in sums and one by one. */
@RestController
@Tag(name = "overviews")
class ApiOverviewsController {
    private final Overviews overviews;
    private final Sums sums;
    private final Mechanisms mechanisms;
    private final Days days;

    ApiOverviewsController(Overviews overviews, Sums sums, Mechanisms mechanisms, Days days) {
        this.overviews = overviews;
        this.sums = sums;
        this.mechanisms = mechanisms;
        this.days = days;
    }

    @GetMapping("/api/v1/units/{unit}/overview")
    @Operation(summary = "An organization and those directly below it, by the month in which periods end")
    StandViews.OverviewView overview(
            Scope scope,
            @RequestParam(required = false) @Nullable UUID of,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String mechanism,
            @RequestParam(required = false) @Nullable UUID duty,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "now") String as) {
        AsOf asOf = AsOf.asked(on == null ? days.today() : on, as);
        Choice choice = new Choice(year(year, asOf), mechanism, duty);
        OrganizationId organization = new OrganizationId(Objects.requireNonNullElse(of, scope.top()));
        return StandViews.OverviewView.of(overviews.of(scope, organization, choice, asOf), asOf.on(), choice.year());
    }

    @GetMapping("/api/v1/units/{unit}/overview/obligations")
    @Operation(
            summary = "The obligations behind the figures of an overview with what counted, at most 200 at once",
            description = "month: 1 to 12, the whole year when absent. alone: only the organization's own duties. "
                    + "show: ALL, MISSING or LATE. records: the first three that count and may be seen.")
    StandViews.ItemsView behind(
            Scope scope,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable UUID of,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable Integer month,
            @RequestParam(defaultValue = "false") boolean alone,
            @RequestParam(defaultValue = "ALL") String show,
            @RequestParam(required = false) @Nullable String mechanism,
            @RequestParam(required = false) @Nullable UUID duty,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "now") String as) {
        AsOf asOf = AsOf.asked(on == null ? days.today() : on, as);
        int asked = year(year, asOf);
        Behind behind = new Behind(
                new OrganizationId(Objects.requireNonNullElse(of, scope.top())),
                alone,
                LocalDate.of(asked, month == null ? 1 : Query.month(month), 1),
                YearMonth.of(asked, month == null ? 12 : month).atEndOfMonth(),
                Query.choice("show", show, Behind.Show.class));
        Items items = overviews.behind(scope, behind, new Choice(asked, mechanism, duty), asOf, after);
        return StandViews.ItemsView.of(
                asOf.on(),
                items,
                mechanisms,
                items.next().isEmpty() ? null : Query.next(request, "after", items.next()));
    }

    @GetMapping("/api/v1/units/{unit}/sums")
    @Operation(summary = "A unit and those directly below it in sums, and the duties over all of them")
    StandViews.SumsView sums(
            Scope scope,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String mechanism,
            @RequestParam(required = false) @Nullable UUID duty) {
        AsOf now = AsOf.knownNow(days.today());
        Choice choice = new Choice(year(year, now), mechanism, duty);
        Sums.Seen seen = sums.of(scope, choice, now.on());
        return new StandViews.SumsView(
                now.on(),
                choice.year(),
                seen.units().rows().stream()
                        .map(row -> StandViews.RowView.of(
                                row.of().unitId().value(), row.of().name(), row))
                        .toList(),
                seen.duties().rows().stream()
                        .map(row -> StandViews.RowView.of(row.of(), name(row.of()), row))
                        .toList());
    }

    private static int year(@Nullable Integer year, AsOf asOf) {
        return year == null ? asOf.on().getYear() : Query.year(year);
    }

    private String name(UUID duty) {
        return mechanisms.all().stream()
                .filter(each -> each.dutyId().equals(duty))
                .map(each -> each.name().chinese())
                .findFirst()
                .orElse("");
    }
}

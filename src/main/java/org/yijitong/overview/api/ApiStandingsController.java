package org.yijitong.overview.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Calendars;
import org.yijitong.overview.Homes;
import org.yijitong.overview.Whys;
import org.yijitong.shared.Days;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;

/** What an organization has to do, and why anything stands as it does. */
@RestController
@Tag(name = "standings")
class ApiStandingsController {
    private final Homes homes;
    private final Calendars calendars;
    private final Whys whys;
    private final Days days;

    ApiStandingsController(Homes homes, Calendars calendars, Whys whys, Days days) {
        this.homes = homes;
        this.calendars = calendars;
        this.whys = whys;
        this.days = days;
    }

    @GetMapping("/api/v1/units/{unit}/organizations/{organization}/duties")
    @Operation(summary = "What an organization and its groups have to do: late first, then in the order it is due")
    StandViews.StandsView due(
            Scope scope,
            @PathVariable UUID organization,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "now") String as) {
        AsOf asOf = AsOf.asked(on == null ? days.today() : on, as);
        return new StandViews.StandsView(
                asOf.on(),
                homes.of(scope, new OrganizationId(organization), asOf).due().stream()
                        .map(due -> StandViews.StandView.of(due.stand(), due.duty()))
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/units/{unit}/organizations/{organization}/standings")
    @Operation(
            summary =
                    "What an organization and its groups owe for the periods that end in a year, how it stands, and what is to come")
    StandViews.StandsView year(
            Scope scope,
            @PathVariable UUID organization,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "now") String as) {
        AsOf asOf = AsOf.asked(on == null ? days.today() : on, as);
        int asked = year == null ? asOf.on().getYear() : Query.year(year);
        return new StandViews.StandsView(
                asOf.on(),
                calendars
                        .of(
                                scope,
                                new OrganizationId(organization),
                                LocalDate.of(asked, 1, 1),
                                LocalDate.of(asked, 12, 31),
                                asOf)
                        .entries()
                        .stream()
                        .map(StandViews.StandView::of)
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/units/{unit}/obligations/{obligation}")
    @Operation(summary = "Why an obligation stands as it does: the rule, what counted, what did not and what fails")
    StandViews.WhyView why(
            Scope scope,
            @PathVariable UUID obligation,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "now") String as) {
        AsOf asOf = AsOf.asked(on == null ? days.today() : on, as);
        return StandViews.WhyView.of(whys.of(scope, obligation, asOf));
    }
}

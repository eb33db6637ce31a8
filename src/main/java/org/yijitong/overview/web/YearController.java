package org.yijitong.overview.web;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.organization.DayView;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Calendar;
import org.yijitong.overview.Calendars;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** The year of an organization: by duties at a glance, or month by month as a calendar. */
@Controller
class YearController {
    private final Calendars calendars;
    private final Days days;
    private final Templates html;

    YearController(Calendars calendars, Days days, Templates html) {
        this.calendars = calendars;
        this.days = days;
        this.html = html;
    }

    /** The entry of the navigation, which knows neither unit nor organization. */
    @GetMapping("/year")
    ResponseEntity<Void> own(Scope scope) {
        String year = new OverviewAddress(scope.unit()).year(new OrganizationId(scope.top()));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(year))
                .build();
    }

    @GetMapping("/units/{unit}/organizations/{organization}/year")
    Html year(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam @Nullable String year,
            @RequestParam @Nullable String view,
            @RequestParam @Nullable String on,
            @RequestParam @Nullable String as) {
        OrganizationId id = new OrganizationId(Ids.inAddress(organization));
        DayView day = DayView.of(on, as, days.today());
        int asked = OverviewQuery.year(year, day.on());
        Calendar calendar = calendars.of(scope, id, LocalDate.of(asked, 1, 1), LocalDate.of(asked, 12, 31), day.asOf());
        boolean months = YearPage.MONTHS.equals(view);
        return new Html(html.overviewYear(
                page, new YearPage(new OverviewAddress(scope.unit()), asked, day, calendar, months, isOwn(scope, id))));
    }

    private static boolean isOwn(Scope scope, OrganizationId organization) {
        return organization.value().equals(scope.top());
    }
}

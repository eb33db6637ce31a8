package org.yijitong.overview.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.organization.DayView;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Home;
import org.yijitong.overview.Homes;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/** Where one comes in, and what any organization has to do. */
@Controller
class HomeController {
    /** Kinds that have people of their own, and so a home; all others come in at the overview. */
    private static final Set<String> HOMES = Set.of("branch", "joint_branch", "group", "youth_group");

    private final Homes homes;
    private final HomePages pages;
    private final OverviewPages overviews;
    private final SumsPages sums;
    private final Permitted permitted;
    private final Days days;

    HomeController(
            Homes homes, HomePages pages, OverviewPages overviews, SumsPages sums, Permitted permitted, Days days) {
        this.homes = homes;
        this.pages = pages;
        this.overviews = overviews;
        this.sums = sums;
        this.permitted = permitted;
        this.days = days;
    }

    /** A working committee comes in at its units, a committee at its overview, a branch at what it has to do. */
    @GetMapping("/")
    Html entrance(Page page, Scope scope, CurrentUser user, OverviewQuery query) {
        if (permitted.permits(user, "overview.sums")) {
            return sums.of(page, scope, user, query);
        }
        if (permitted.permits(user, "overview.own")) {
            return overviews.of(page, scope, query);
        }
        DayView day = query.day(days.today());
        Home home = homes.of(scope, new OrganizationId(scope.top()), day.asOf());
        boolean lives = HOMES.contains(home.of().kind()) || !permitted.permits(user, "overview.read");
        return lives ? pages.of(page, scope, user, day, home, "/") : overviews.of(page, scope, query);
    }

    @GetMapping("/units/{unit}/organizations/{organization}/duties")
    Html duties(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable String organization,
            @RequestParam @Nullable String on,
            @RequestParam @Nullable String as) {
        OrganizationId id = new OrganizationId(Ids.inAddress(organization));
        DayView day = DayView.of(on, as, days.today());
        Home home = homes.of(scope, id, day.asOf());
        return pages.of(page, scope, user, day, home, new OverviewAddress(scope.unit()).duties(id));
    }
}

package org.yijitong.overview.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.RecordLine;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.organization.DayView;
import org.yijitong.overview.Home;
import org.yijitong.overview.Inbox;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Makes the page of what an organization has to do. */
@Component
class HomePages {
    private static final int OFTEN = 4;

    private final RuleChoices rules;
    private final Inbox inbox;
    private final Permitted permitted;
    private final Templates html;

    HomePages(RuleChoices rules, Inbox inbox, Permitted permitted, Templates html) {
        this.rules = rules;
        this.inbox = inbox;
        this.permitted = permitted;
        this.html = html;
    }

    /** @param address of the page */
    Html of(Page page, Scope scope, CurrentUser user, DayView day, Home home, String address) {
        return new Html(html.overviewHome(page, shown(page, scope, user, day, home, address)));
    }

    private HomePage shown(Page page, Scope scope, CurrentUser user, DayView day, Home home, String address) {
        OverviewAddress at = new OverviewAddress(scope.unit());
        boolean writes = !day.past() && scope.unit().equals(user.unit()) && permitted.permits(user, "record.write");
        LocalDate last = day.on().plusMonths(1).withDayOfMonth(1).minusDays(1);
        Bearer of = home.of();
        boolean own = of.organizationId().value().equals(scope.top());
        Stream<Home.Due> due = home.due().stream();
        List<Home.Due> soon = due.filter(each -> isDue(each, last)).toList();
        return new HomePage(
                at,
                address,
                own || !permitted.permits(user, "overview.read") ? null : at.overview(),
                day,
                home,
                lines(page, at, day, home, soon, writes),
                lines(
                        page,
                        at,
                        day,
                        home,
                        home.due().stream().filter(each -> !isDue(each, last)).toList(),
                        writes),
                often(home),
                counted(page, home),
                own && !day.past() ? inbox.of(user, scope).size() : 0,
                writes);
    }

    private static boolean isDue(Home.Due due, LocalDate last) {
        return !due.stand().periodTo().isAfter(last);
    }

    private static List<DueLine> lines(
            Page page, OverviewAddress at, DayView day, Home home, List<Home.Due> due, boolean writes) {
        return due.stream()
                .map(each -> DueLine.of(page, at, day, home, each, writes))
                .toList();
    }

    private Map<RecordLine, List<String>> counted(Page page, Home home) {
        DutyWords words = new DutyWords(page);
        Map<RecordLine, List<String>> counted = new HashMap<>();
        home.counted()
                .forEach((line, all) -> counted.put(
                        line,
                        all.stream()
                                .map(each -> {
                                    String name = words.full(rules.newest(each.duty()));
                                    return each.people() == 0 ? name : page.t("overview.people", name, each.people());
                                })
                                .toList()));
        return counted;
    }

    /** What was held this month, then what is due, most of it being held again and again. */
    private static List<String> often(Home home) {
        return Stream.concat(
                        home.month().stream()
                                .flatMap(line -> line.kinds().stream())
                                .map(ActivityKind::word),
                        home.due().stream().flatMap(due -> OverviewAddress.kind(due.duty()).stream()))
                .distinct()
                .limit(OFTEN)
                .toList();
    }
}

package org.yijitong.overview.web;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.Plan;
import org.yijitong.ledger.Stand;
import org.yijitong.organization.DayView;
import org.yijitong.overview.Home;
import org.yijitong.shared.Link;
import org.yijitong.shared.Page;

/**
 * Something to be done, as a row says it.
 *
 * @param name the duty, with its period
 * @param look the look of the tag: late, due, plain
 * @param when 逾期 3 天, 还有 7 天
 * @param meta by which day, by which rule, and for whom
 * @param plan the plan made for it, or where one can be made; null where neither is
 * @param record where it can be written down; null where one may not
 * @param why where it is explained
 */
public record DueLine(
        String name,
        String look,
        String when,
        String meta,
        @Nullable Link plan,
        @Nullable String record,
        String why) {
    private static final int SOON = 14;

    static DueLine of(Page page, OverviewAddress at, DayView day, Home home, Home.Due due, boolean writes) {
        @Nullable
        Link plan = planned(page, at, home.plans(), due)
                .or(() -> writes && due.stand().state() == Stand.State.OPEN
                        ? at.planning(due.stand().organization(), due.duty())
                                .map(href -> new Link(href, page.t("overview.plan")))
                        : Optional.empty())
                .orElse(null);
        DutyWords words = new DutyWords(page);
        Stand stand = due.stand();
        long left = ChronoUnit.DAYS.between(day.on(), stand.dueOn());
        boolean late = stand.state() == Stand.State.LATE;
        String when = late
                ? page.t("overview.due.late", -left)
                : left == 0 ? page.t("overview.due.today") : page.t("overview.due.left", left);
        return new DueLine(
                page.t(
                        "overview.due.name",
                        words.name(due.duty()),
                        page.words()
                                .period(
                                        stand.periodFrom(),
                                        stand.periodTo(),
                                        day.on().getYear())),
                late ? "late" : left <= SOON ? "due" : "plain",
                when,
                meta(page, day, home, due),
                plan,
                writes ? at.recording(stand.organization(), due.duty()) : null,
                at.why(stand.obligation()) + day.query());
    }

    /** By which day, by which rule, for whom, and how much of it is done. */
    private static String meta(Page page, DayView day, Home home, Home.Due due) {
        DutyWords words = new DutyWords(page);
        Stand stand = due.stand();
        boolean late = stand.state() == Stand.State.LATE;
        StringBuilder meta = new StringBuilder(page.t(
                late ? "overview.due.was" : "overview.due.by",
                page.words().day(stand.dueOn(), day.on().getYear())));
        String dot = page.t("overview.dot");
        meta.append(dot).append(words.full(due.duty()));
        if (!due.bearer().equals(home.of())) {
            meta.append(dot).append(due.bearer().name());
        }
        if (stand.done().signum() > 0) {
            meta.append(dot).append(page.t("overview.due.done", words.plain(stand.done()), words.plain(stand.need())));
        }
        return meta.toString();
    }

    /** The first plan of what the duty asks for within its period. */
    private static Optional<Link> planned(Page page, OverviewAddress at, List<Plan> plans, Home.Due due) {
        Stand stand = due.stand();
        return OverviewAddress.kind(due.duty())
                .flatMap(word -> plans.stream()
                        .filter(plan -> plan.organizationId().equals(stand.organization())
                                && !plan.heldOn().isBefore(stand.periodFrom())
                                && !plan.heldOn().isAfter(stand.periodTo())
                                && plan.kinds().stream()
                                        .anyMatch(kind -> kind.word().equals(word)))
                        .findFirst()
                        .map(plan -> new Link(
                                at.plan(plan.planId()), page.t("overview.plan.set", page.date(plan.heldOn())))));
    }
}

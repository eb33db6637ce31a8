package org.yijitong.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.Invitations;
import org.yijitong.activity.Plan;
import org.yijitong.activity.Plans;
import org.yijitong.ledger.Standings;
import org.yijitong.mechanism.DocumentDraft;
import org.yijitong.mechanism.DraftReach;
import org.yijitong.mechanism.Drafts;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Mechanisms;
import org.yijitong.notice.Hook;
import org.yijitong.notice.Hooks;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.OrganizationId;
import org.yijitong.overview.Notice.Kind;
import org.yijitong.shared.Announced;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;

/**
 * What someone should know of today (待知). It is worked out when it is asked for: nothing is sent, nothing is counted as
 * unread, and what no longer holds is gone by itself.
 */
@Component
@Transactional(readOnly = true)
public class Inbox {
    /** A rule is told of as ending so many months before. */
    public static final int MONTHS_BEFORE_END = 2;

    private static final int DAYS_AHEAD = 7;
    private static final int DAYS_NEW = 14;
    /** So long somebody who comes once a month sees it. */
    private static final int DAYS_ANNOUNCED = 35;

    private static final int PLANS = 20;
    private static final int DRAFTS = 50;
    private static final int GAPS = 3;

    private final Plans plans;
    private final Invitations invitations;
    private final Mechanisms mechanisms;
    private final Drafts drafts;
    private final DraftReach reach;
    private final Standings standings;
    private final Overviews overviews;
    private final Hooks hooks;
    private final Permitted permitted;
    private final Announced announced;
    private final Days days;

    Inbox(
            Plans plans,
            Invitations invitations,
            Mechanisms mechanisms,
            Drafts drafts,
            DraftReach reach,
            Standings standings,
            Overviews overviews,
            Hooks hooks,
            Permitted permitted,
            Announced announced,
            Days days) {
        this.plans = plans;
        this.invitations = invitations;
        this.mechanisms = mechanisms;
        this.drafts = drafts;
        this.reach = reach;
        this.standings = standings;
        this.overviews = overviews;
        this.hooks = hooks;
        this.permitted = permitted;
        this.announced = announced;
        this.days = days;
    }

    /** All of it, in the order of the days it is about. */
    public List<Notice> of(CurrentUser user, Scope scope) {
        LocalDate today = days.today();
        List<Notice> notices = new ArrayList<>(meetings(scope, today));
        if (permitted.permits(user, "record.write")) {
            invitations
                    .open(scope)
                    .forEach(each -> notices.add(new Notice(
                            Kind.INVITATION,
                            each.heldOn(),
                            each.invitationId().toString(),
                            new Duty.Name(each.hostName(), each.hostName()),
                            each.kinds())));
        }
        notices.addAll(rules(scope, today));
        if (permitted.permits(user, "mechanism.write") && reach.mayWrite(scope)) {
            notices.addAll(waiting(scope));
        }
        if (permitted.permits(user, "hook.manage")) {
            notices.addAll(resting(scope));
        }
        if (permitted.permits(user, "overview.own")) {
            notices.addAll(gaps(scope, today));
        }
        announced
                .since(scope)
                .filter(day -> day.plusDays(DAYS_ANNOUNCED).isAfter(today))
                .ifPresent(day -> notices.add(Notice.of(Kind.PRIVACY, day, "", "")));
        return notices.stream().sorted(Comparator.comparing(Notice::day)).toList();
    }

    private List<Notice> meetings(Scope scope, LocalDate today) {
        List<OrganizationId> own = standings.household(scope, new OrganizationId(scope.top()), today).stream()
                .map(Standings.Bearer::organizationId)
                .toList();
        return plans.of(scope, own, today, today.plusDays(DAYS_AHEAD), PLANS).stream()
                .filter(Plan::open)
                .map(plan -> new Notice(
                        plan.unrecorded(today) ? Kind.UNRECORDED : Kind.PLAN,
                        plan.heldOn(),
                        plan.planId().toString(),
                        new Duty.Name("", ""),
                        plan.kinds()))
                .toList();
    }

    private List<Notice> rules(Scope scope, LocalDate today) {
        Map<String, Duty.Mechanism> latest = mechanisms.all().stream()
                .map(Duty::mechanism)
                .collect(Collectors.toMap(
                        Duty.Mechanism::id,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(Duty.Mechanism::version))));
        Predicate<Duty.Mechanism> binding = reach.binding(scope.unit());
        return latest.values().stream()
                .filter(binding)
                .flatMap(each -> Stream.concat(begins(each, today), ends(each, today)))
                .toList();
    }

    private static Stream<Notice> begins(Duty.Mechanism rule, LocalDate today) {
        boolean fresh = rule.publishedOn().plusDays(DAYS_NEW).isAfter(today)
                || rule.since().isAfter(today);
        return fresh ? Stream.of(rule(Kind.RULE_BEGINS, rule.since(), rule)) : Stream.empty();
    }

    private static Stream<Notice> ends(Duty.Mechanism rule, LocalDate today) {
        boolean soon = !rule.until().isBefore(today) && !rule.until().isAfter(today.plusMonths(MONTHS_BEFORE_END));
        return soon ? Stream.of(rule(Kind.RULE_ENDS, rule.until(), rule)) : Stream.empty();
    }

    private static Notice rule(Kind kind, LocalDate day, Duty.Mechanism rule) {
        return new Notice(kind, day, rule.id(), rule.name(), List.of());
    }

    private List<Notice> waiting(Scope scope) {
        return drafts.list(scope, DRAFTS).stream()
                .filter(draft -> draft.mayApprove(scope.account()))
                .map(Inbox::waiting)
                .toList();
    }

    private List<Notice> resting(Scope scope) {
        return hooks.of(scope).stream()
                .filter(hook -> hook.state() == Hook.State.RESTING)
                .map(hook -> Notice.of(
                        Kind.HOOK,
                        LocalDate.ofInstant(hook.since(), Days.SHANGHAI),
                        hook.hookId().toString(),
                        hook.address()))
                .toList();
    }

    private static Notice waiting(DocumentDraft draft) {
        return Notice.of(
                Kind.DRAFT, LocalDate.ofInstant(draft.changedAt(), Days.SHANGHAI), draft.address(), draft.title());
    }

    private List<Notice> gaps(Scope scope, LocalDate today) {
        Choice everything = new Choice(today.getYear(), null, null);
        OrganizationId top = new OrganizationId(scope.top());
        return overviews.of(scope, top, everything, AsOf.asked(today, "now")).late().stream()
                .limit(GAPS)
                .map(this::gap)
                .toList();
    }

    private Notice gap(Item late) {
        Duty.Name duty = mechanisms.version(late.dutyVersionId()).name();
        return new Notice(
                Kind.HELP,
                late.dueOn(),
                late.obligationId().toString(),
                new Duty.Name(
                        late.name() + " " + duty.chinese(),
                        late.name() + " " + duty.english(),
                        late.name() + " " + duty.traditional()),
                List.of());
    }
}

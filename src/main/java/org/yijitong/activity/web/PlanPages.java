package org.yijitong.activity.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.yijitong.activity.Plan;
import org.yijitong.activity.PlanId;
import org.yijitong.activity.Plans;
import org.yijitong.organization.Company.Attendee;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.AccountNames;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Oneself;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Lays out the pages of one plan. */
@Component
class PlanPages {
    private final Plans plans;
    private final AccountNames accounts;
    private final RecordRights rights;
    private final Oneself oneself;
    private final Days days;
    private final Templates html;

    PlanPages(Plans plans, AccountNames accounts, RecordRights rights, Oneself oneself, Days days, Templates html) {
        this.plans = plans;
        this.accounts = accounts;
        this.rights = rights;
        this.oneself = oneself;
        this.days = days;
        this.html = html;
    }

    /** The plan with who asked for leave, and the form in which that is written down. */
    Html one(Page page, Scope scope, CurrentUser user, PlanId id, RecordForm form, Map<String, Invalid.Fault> faults) {
        PlanPage shown = shown(scope, user, plans.find(scope, id), form, faults);
        return new Html(html.activityPlan(page, shown), status(faults));
    }

    /** The forms in which it is moved or cancelled. */
    Html change(
            Page page, Scope scope, CurrentUser user, Plan plan, RecordForm form, Map<String, Invalid.Fault> faults) {
        return new Html(html.activityPlanChange(page, shown(scope, user, plan, form, faults)), status(faults));
    }

    private static HttpStatus status(Map<String, Invalid.Fault> faults) {
        return faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    static RecordForm empty() {
        return new RecordForm(new LinkedMultiValueMap<>());
    }

    private PlanPage shown(
            Scope scope, CurrentUser user, Plan plan, RecordForm form, Map<String, Invalid.Fault> faults) {
        boolean mayWrite = rights.mayPlan(user, scope);
        List<Plan.Step> steps = plans.steps(scope, plan);
        Optional<PersonId> person = oneself.in(scope).map(PersonId::new);
        List<Attendee> expected =
                plan.open() && (mayWrite || person.isPresent()) ? plans.expected(scope, plan) : List.of();
        List<Plan.Leave> leaves = plans.leaves(scope, plan).stream()
                .filter(leave ->
                        mayWrite || person.filter(leave.personId()::equals).isPresent())
                .toList();
        return new PlanPage(
                new RecordAddress(scope.unit()),
                plan,
                days.today(),
                plans.series(scope, plan),
                steps,
                accounts.of(steps.stream().map(Plan.Step::accountId).collect(Collectors.toSet())),
                leaves,
                expected,
                expected.stream()
                        .filter(each -> person.filter(each.id()::equals).isPresent())
                        .findFirst(),
                form,
                faults,
                mayWrite);
    }
}

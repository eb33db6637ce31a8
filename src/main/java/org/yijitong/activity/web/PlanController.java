package org.yijitong.activity.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.activity.Archives;
import org.yijitong.activity.Entry;
import org.yijitong.activity.PlanDraft;
import org.yijitong.activity.Plans;
import org.yijitong.ledger.Standings;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** What an organization plans, and planning one more (安排). */
@Controller
class PlanController {
    private static final int MONTHS_BACK = 3;
    private static final int YEARS_AHEAD = 3;
    private static final int MOST = 200;

    private final Plans plans;
    private final Standings standings;
    private final Archives archives;
    private final PlanPages pages;
    private final RecordRights rights;
    private final Deeds deeds;
    private final Days days;
    private final Templates html;

    PlanController(
            Plans plans,
            Standings standings,
            Archives archives,
            PlanPages pages,
            RecordRights rights,
            Deeds deeds,
            Days days,
            Templates html) {
        this.plans = plans;
        this.standings = standings;
        this.archives = archives;
        this.pages = pages;
        this.rights = rights;
        this.deeds = deeds;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units/{unit}/organizations/{organization}/plans")
    Html list(Page page, Scope scope, CurrentUser user, @PathVariable String organization) {
        OrganizationId id = RecordAddress.organizationId(organization);
        LocalDate today = days.today();
        List<Bearer> household = household(scope, id);
        return new Html(html.activityPlans(
                page,
                new PlansPage(
                        new RecordAddress(scope.unit()),
                        id,
                        household.getFirst().name(),
                        today,
                        plans.of(
                                scope,
                                household.stream().map(Bearer::organizationId).toList(),
                                today.minusMonths(MONTHS_BACK),
                                today.plusYears(YEARS_AHEAD),
                                MOST),
                        rights.mayPlan(user, scope))));
    }

    /** @param kind what is to be held, when the way here says so */
    @GetMapping("/units/{unit}/organizations/{organization}/plans/new")
    Html form(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam(required = false) @Nullable String kind) {
        OrganizationId id = RecordAddress.organizationId(organization);
        RecordForm form = PlanPages.empty();
        form.values().set("kinds", kind == null ? "" : kind);
        archives.last(scope, id).map(Entry::draft).ifPresent(last -> {
            form.values().set("from", java.util.Objects.toString(last.occasion().from(), ""));
            form.values().set("to", java.util.Objects.toString(last.occasion().to(), ""));
            form.values().set("place", last.occasion().place());
        });
        return shown(page, scope, id, form, Map.of());
    }

    @PostMapping("/units/{unit}/organizations/{organization}/plans")
    View plan(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam MultiValueMap<String, String> values) {
        OrganizationId id = RecordAddress.organizationId(organization);
        RecordForm form = new RecordForm(values);
        try {
            PlanDraft draft = PlanReading.plan(form, days.today());
            return deeds.run(
                    scope,
                    "/" + id + "/plans",
                    values,
                    () -> new RecordAddress(scope.unit()).plan(plans.plan(scope, id, draft)));
        } catch (Invalid invalid) {
            return shown(page, scope, id, form, invalid.faults());
        }
    }

    @GetMapping("/units/{unit}/plans/{plan}")
    Html one(Page page, Scope scope, CurrentUser user, @PathVariable String plan) {
        return pages.one(page, scope, user, RecordAddress.planId(plan), PlanPages.empty(), Map.of());
    }

    private Html shown(Page page, Scope scope, OrganizationId id, RecordForm form, Map<String, Invalid.Fault> faults) {
        Bearer host = household(scope, id).getFirst();
        return new Html(
                html.activityPlanForm(
                        page,
                        new PlanFormPage(
                                new RecordAddress(scope.unit()),
                                id,
                                host.name(),
                                OrganizationKind.valueOf(host.kind().toUpperCase(java.util.Locale.ROOT)),
                                form,
                                faults)),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<Bearer> household(Scope scope, OrganizationId id) {
        List<Bearer> household = standings.household(scope, id, days.today());
        if (household.isEmpty()) {
            throw new NotFound();
        }
        return household;
    }
}

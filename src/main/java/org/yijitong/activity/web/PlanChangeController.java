package org.yijitong.activity.web;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Plan;
import org.yijitong.activity.PlanDraft;
import org.yijitong.activity.PlanId;
import org.yijitong.activity.Plans;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Changing a plan: another day (改期), cancelled (取消), somebody asks for leave (请假). */
@Controller
class PlanChangeController {
    private final Plans plans;
    private final PlanPages pages;
    private final Deeds deeds;
    private final Days days;

    PlanChangeController(Plans plans, PlanPages pages, Deeds deeds, Days days) {
        this.plans = plans;
        this.pages = pages;
        this.deeds = deeds;
        this.days = days;
    }

    @GetMapping("/units/{unit}/plans/{plan}/change")
    Html form(Page page, Scope scope, CurrentUser user, @PathVariable String plan) {
        Plan found = plans.find(scope, RecordAddress.planId(plan));
        if (!found.open()) {
            throw new Refused("activity.plan.refused.changed");
        }
        RecordForm form = PlanPages.empty();
        form.values().set("day", found.heldOn().toString());
        form.values().set("from", Objects.toString(found.from(), ""));
        form.values().set("to", Objects.toString(found.to(), ""));
        return pages.change(page, scope, user, found, form, Map.of());
    }

    @PostMapping("/units/{unit}/plans/{plan}/moves")
    View move(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable String plan,
            @RequestParam MultiValueMap<String, String> values) {
        PlanId id = RecordAddress.planId(plan);
        RecordForm form = new RecordForm(values);
        return changed(page, scope, user, id, form, () -> {
            PlanDraft.When when = PlanReading.when(form, days.today());
            return deeds.run(scope, "/" + id + "/moves", values, () -> {
                plans.move(scope, id, revision(form), when, RecordReading.text(form.value("reason")));
                return new RecordAddress(scope.unit()).plan(id);
            });
        });
    }

    @PostMapping("/units/{unit}/plans/{plan}/cancellation")
    View cancel(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable String plan,
            @RequestParam MultiValueMap<String, String> values) {
        PlanId id = RecordAddress.planId(plan);
        RecordForm form = new RecordForm(values);
        return changed(
                page,
                scope,
                user,
                id,
                form,
                () -> deeds.run(scope, "/" + id + "/cancellation", values, () -> {
                    plans.cancel(scope, id, revision(form), why(form));
                    return new RecordAddress(scope.unit()).plan(id);
                }));
    }

    /** The field has a name of its own, since both forms stand on one page. */
    private static String why(RecordForm form) {
        String reason = RecordReading.text(form.value("why"));
        if (reason.isEmpty() || reason.length() > 500) {
            throw new Invalid("why", "activity.invalid.reason", 500);
        }
        return reason;
    }

    private View changed(Page page, Scope scope, CurrentUser user, PlanId id, RecordForm form, Supplier<View> work) {
        try {
            return work.get();
        } catch (Invalid invalid) {
            return pages.change(page, scope, user, plans.find(scope, id), form, invalid.faults());
        }
    }

    private static int revision(RecordForm form) {
        return form.value("revision").matches("\\d{1,6}") ? Integer.parseInt(form.value("revision")) : 0;
    }

    @PostMapping("/units/{unit}/plans/{plan}/leaves")
    View leave(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable String plan,
            @RequestParam MultiValueMap<String, String> values) {
        PlanId id = RecordAddress.planId(plan);
        RecordForm form = new RecordForm(values);
        try {
            PersonId person = person(form);
            Draft.Cause cause = PlanReading.cause(form);
            String note = RecordReading.text(form.value("note"));
            return deeds.run(scope, "/" + id + "/leaves", values, () -> {
                plans.leave(scope, id, person, cause, note.isEmpty() ? null : note);
                return new RecordAddress(scope.unit()).plan(id);
            });
        } catch (Invalid invalid) {
            return pages.one(page, scope, user, id, form, invalid.faults());
        }
    }

    private static PersonId person(RecordForm form) {
        return Ids.read(form.value("person"))
                .map(PersonId::new)
                .orElseThrow(() -> new Invalid("person", "activity.plan.invalid.person"));
    }

    @PostMapping("/units/{unit}/plans/{plan}/leaves/{person}/ending")
    View endLeave(
            Scope scope,
            @PathVariable String plan,
            @PathVariable String person,
            @RequestParam MultiValueMap<String, String> values) {
        PlanId id = RecordAddress.planId(plan);
        PersonId who = new PersonId(Ids.inAddress(person));
        return deeds.run(scope, "/" + id + "/leaves/" + who + "/ending", values, () -> {
            plans.endLeave(scope, id, who);
            return new RecordAddress(scope.unit()).plan(id);
        });
    }
}

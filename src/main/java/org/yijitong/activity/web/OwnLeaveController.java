package org.yijitong.activity.web;

import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.activity.Draft;
import org.yijitong.activity.PlanId;
import org.yijitong.activity.Plans;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Oneself;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;

/** Asking for leave oneself (自己请假), by whoever is known to stand in the roster. */
@Controller
@RequestMapping("/units/{unit}/plans/{plan}/leaves/own")
class OwnLeaveController {
    private final Plans plans;
    private final PlanPages pages;
    private final Deeds deeds;
    private final Oneself oneself;

    OwnLeaveController(Plans plans, PlanPages pages, Deeds deeds, Oneself oneself) {
        this.plans = plans;
        this.pages = pages;
        this.deeds = deeds;
        this.oneself = oneself;
    }

    @PostMapping
    View leave(
            Page page,
            Scope scope,
            CurrentUser user,
            @PathVariable String plan,
            @RequestParam MultiValueMap<String, String> values) {
        PlanId id = RecordAddress.planId(plan);
        PersonId self = self(scope);
        RecordForm form = new RecordForm(values);
        try {
            Draft.Cause cause = PlanReading.cause(form);
            String note = RecordReading.text(form.value("note"));
            return deeds.run(scope, "/" + id + "/leaves/own", values, () -> {
                plans.leave(scope, id, self, cause, note.isEmpty() ? null : note);
                return new RecordAddress(scope.unit()).plan(id);
            });
        } catch (Invalid invalid) {
            return pages.one(page, scope, user, id, form, invalid.faults());
        }
    }

    @PostMapping("/ending")
    View end(Scope scope, @PathVariable String plan, @RequestParam MultiValueMap<String, String> values) {
        PlanId id = RecordAddress.planId(plan);
        PersonId self = self(scope);
        return deeds.run(scope, "/" + id + "/leaves/own/ending", values, () -> {
            plans.endLeave(scope, id, self);
            return new RecordAddress(scope.unit()).plan(id);
        });
    }

    private PersonId self(Scope scope) {
        return oneself.in(scope).map(PersonId::new).orElseThrow(NotFound::new);
    }
}

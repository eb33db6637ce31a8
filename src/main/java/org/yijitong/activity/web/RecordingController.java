package org.yijitong.activity.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Plan;
import org.yijitong.activity.Plans;
import org.yijitong.activity.Records;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Writing down what was held (记一笔), with what it will count for beside it. */
@Controller
class RecordingController {
    private final Records records;
    private final Plans plans;
    private final RecordForms forms;
    private final Deeds deeds;
    private final Days days;
    private final Templates html;

    RecordingController(Records records, Plans plans, RecordForms forms, Deeds deeds, Days days, Templates html) {
        this.records = records;
        this.plans = plans;
        this.forms = forms;
        this.deeds = deeds;
        this.days = days;
        this.html = html;
    }

    /**
     * The form, new.
     *
     * @param kind what was held, when the way here says so
     * @param plan the planned meeting it is filled from
     */
    @GetMapping("/units/{unit}/organizations/{organization}/records/new")
    Html form(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String plan) {
        OrganizationId host = RecordAddress.organizationId(organization);
        RecordForm form = plan == null ? forms.suggested(scope, host, kind) : planned(scope, host, plan);
        return shown(page, scope, form, RecordForms.Around.fresh(host), HttpStatus.OK);
    }

    private RecordForm planned(Scope scope, OrganizationId host, String id) {
        Plan plan = plans.find(scope, RecordAddress.planId(id));
        if (!plan.organizationId().equals(host)) {
            throw new NotFound();
        }
        if (!plan.open()) {
            throw new Refused("activity.plan.refused.changed");
        }
        return forms.ofPlan(scope, plan);
    }

    @PostMapping("/units/{unit}/organizations/{organization}/records")
    View save(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam MultiValueMap<String, String> values) {
        OrganizationId host = RecordAddress.organizationId(organization);
        RecordForm form = new RecordForm(values);
        RecordForms.Around around = RecordForms.Around.fresh(host);
        try {
            Draft draft = RecordReading.read(form, days.today());
            String plan = form.value("plan");
            RecordAddress at = new RecordAddress(scope.unit());
            return deeds.run(
                    scope,
                    "/" + host + "/records",
                    values,
                    () -> plan.isEmpty()
                            ? at.record(records.record(scope, host, draft), "receipt")
                            : at.record(plans.record(scope, host, RecordAddress.planId(plan), draft), "receipt")
                                    + "?plan=" + plan);
        } catch (Invalid invalid) {
            return shown(page, scope, form, around.with(invalid.faults()), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            String sentence = page.t(refused.messageKey(), refused.arguments());
            return shown(page, scope, form, around.refused(sentence), HttpStatus.CONFLICT);
        }
    }

    /**
     * The form as it stands, with what it would count for; nothing is stored.
     *
     * @param part of the page, for the script: {@code live}, {@code who} or {@code causes}
     * @param script what htmx says of itself; without it the whole page is answered
     */
    @PostMapping("/units/{unit}/organizations/{organization}/records/outlook")
    View outlook(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam(defaultValue = "") String record,
            @RequestParam(defaultValue = "live") String part,
            @RequestParam MultiValueMap<String, String> values,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
        OrganizationId host = RecordAddress.organizationId(organization);
        RecordForm form = new RecordForm(values);
        RecordForms.Around around = new RecordForms.Around(
                host,
                record.isEmpty() ? null : RecordAddress.recordId(record),
                form.value("revision").matches("\\d{1,6}") ? Integer.parseInt(form.value("revision")) : 0,
                java.util.Map.of(),
                null,
                java.util.List.of());
        RecordFormPage shown = forms.page(page, scope, form, around);
        if (script == null) {
            return new Html(html.activityForm(page, shown, days.today()));
        }
        return new Html(
                switch (part) {
                    case "who" -> html.activityWho(page, shown);
                    case "causes" -> html.activityCauses(page, shown);
                    default -> html.activityLive(page, shown, true);
                });
    }

    private Html shown(Page page, Scope scope, RecordForm form, RecordForms.Around around, HttpStatus status) {
        RecordFormPage shown = forms.page(page, scope, form, around);
        return new Html(html.activityForm(page, shown, days.today()), status);
    }
}

package org.yijitong.activity.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yijitong.activity.Arrears;
import org.yijitong.activity.Missed;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Pages;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Catching up on past months (补记): one line each, one save. */
@Controller
class ArrearsController {
    private final Arrears arrears;
    private final Profiles profiles;
    private final Deeds deeds;
    private final Days days;
    private final Templates html;

    ArrearsController(Arrears arrears, Profiles profiles, Deeds deeds, Days days, Templates html) {
        this.arrears = arrears;
        this.profiles = profiles;
        this.deeds = deeds;
        this.days = days;
        this.html = html;
    }

    @GetMapping("/units/{unit}/organizations/{organization}/arrears")
    Html form(Page page, Scope scope, @PathVariable String organization) {
        OrganizationId id = RecordAddress.organizationId(organization);
        return shown(page, scope, id, PlanPages.empty(), Map.of(), null, HttpStatus.OK);
    }

    @PostMapping("/units/{unit}/organizations/{organization}/arrears")
    View save(
            Page page,
            Scope scope,
            @PathVariable String organization,
            @RequestParam MultiValueMap<String, String> values,
            RedirectAttributes flash) {
        OrganizationId id = RecordAddress.organizationId(organization);
        RecordForm form = new RecordForm(values);
        List<Integer> places = new ArrayList<>();
        try {
            List<Arrears.Line> lines = lines(form, places);
            View next = deeds.run(scope, "/" + id + "/arrears", values, () -> {
                arrears.catchUp(scope, id, lines);
                return new RecordAddress(scope.unit()).arrears(id);
            });
            flash.addFlashAttribute(Pages.NOTICE, page.t("activity.catch.saved", lines.size()));
            return next;
        } catch (Invalid invalid) {
            Map<String, Invalid.Fault> faults = named(form, invalid.faults(), places);
            return shown(page, scope, id, form, faults, null, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            String sentence = page.t(refused.messageKey(), refused.arguments());
            return shown(page, scope, id, form, Map.of(), sentence, HttpStatus.CONFLICT);
        }
    }

    /** The lines with a day; where each stood in the form is noted. */
    private List<Arrears.Line> lines(RecordForm form, List<Integer> places) {
        List<Arrears.Line> lines = new ArrayList<>();
        Map<String, Invalid.Fault> faults = new LinkedHashMap<>();
        for (int i = 0; i < form.all("obligation").size(); i++) {
            String theme = RecordReading.text(form.value("theme", i));
            String words = RecordReading.text(form.value("words", i));
            String typed = form.value("day", i).strip();
            if (typed.isEmpty() && theme.isEmpty() && words.isEmpty()) {
                continue;
            }
            UUID obligation = obligation(form.value("obligation", i));
            RecordReading reading = new RecordReading(form, days.today());
            @Nullable LocalDate day = reading.day("day", typed);
            if (day == null) {
                faults.put("day-" + places.size(), new Invalid.Fault("activity.invalid.day", List.of()));
            }
            places.add(i);
            lines.add(new Arrears.Line(obligation, Objects.requireNonNullElse(day, days.today()), theme, words));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return lines;
    }

    private static UUID obligation(String written) {
        return Ids.read(written).orElseThrow(() -> new Refused("activity.catch.refused"));
    }

    /** Faults under the obligation of their line, by which the page names its fields. */
    private static Map<String, Invalid.Fault> named(
            RecordForm form, Map<String, Invalid.Fault> faults, List<Integer> places) {
        Map<String, Invalid.Fault> named = new LinkedHashMap<>();
        faults.forEach((field, fault) -> {
            int line = Integer.parseInt(field.replaceFirst("^.*-", ""));
            String of = line < places.size() ? form.value("obligation", places.get(line)) : "";
            named.put(of.isEmpty() ? "lines" : field.replaceFirst("-\\d+$", "") + "-" + of, fault);
        });
        return named;
    }

    private Html shown(
            Page page,
            Scope scope,
            OrganizationId id,
            RecordForm form,
            Map<String, Invalid.Fault> faults,
            @Nullable String refusal,
            HttpStatus status) {
        List<Missed> missed = arrears.of(scope, id);
        List<Missed> lines =
                missed.stream().filter(Missed::brief).limit(Arrears.MOST).toList();
        ArrearsPage shown = new ArrearsPage(
                new RecordAddress(scope.unit()),
                id,
                profiles.life(scope, id).name(),
                days.today(),
                missed,
                lines,
                form,
                faults,
                refusal);
        return new Html(html.activityArrears(page, shown), status);
    }
}

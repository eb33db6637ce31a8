package org.yijitong.mechanism.web;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.mechanism.DraftFrame;
import org.yijitong.mechanism.DraftId;
import org.yijitong.mechanism.DraftReach;
import org.yijitong.mechanism.DraftStep;
import org.yijitong.mechanism.Drafts;
import org.yijitong.mechanism.MechanismTexts;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Writing documents: begun, changed, sent in, given back, agreed to by another person and so published. */
@Controller
@RequestMapping(DraftController.ADDRESS)
class DraftController {
    static final String ADDRESS = "/mechanism-drafts";

    private static final int SHOWN = 50;

    private final Drafts drafts;
    private final MechanismTexts kind;
    private final DraftReach reach;
    private final DraftPages pages;
    private final Deeds deeds;
    private final Days days;
    private final Templates html;

    DraftController(
            Drafts drafts,
            MechanismTexts kind,
            DraftReach reach,
            DraftPages pages,
            Deeds deeds,
            Days days,
            Templates html) {
        this.drafts = drafts;
        this.kind = kind;
        this.reach = reach;
        this.pages = pages;
        this.deeds = deeds;
        this.days = days;
        this.html = html;
    }

    @GetMapping
    Html list(Page page, Scope scope) {
        return new Html(html.mechanismDrafts(page, drafts.list(scope, kind, SHOWN), reach.mayWrite(scope)));
    }

    /**
     * A new document, from an example or from what a form says; or the next version of one.
     *
     * @param of a mechanism whose next version is to be written; null for a new one
     * @param typed the form, see {@link MechanismForm}
     */
    @GetMapping("/new")
    Html form(
            Page page,
            Scope scope,
            @RequestParam @Nullable String of,
            @RequestParam(defaultValue = "") String until,
            @RequestParam MultiValueMap<String, String> typed) {
        MechanismForm filled = new MechanismForm(typed, days.today());
        if (of == null) {
            String unit = reach.code(scope);
            String text = filled.used() ? filled.text(unit) : Example.text(days.today(), unit);
            return form(page, filled, null, until, text, "", Map.of());
        }
        try {
            return next(page, filled, of, until, drafts.succeeding(kind, of, until), Map.of());
        } catch (Invalid invalid) {
            return next(page, filled, of, until, drafts.succeeding(kind, of), invalid.faults());
        }
    }

    /** The form shows what the version before says, until it is changed there. */
    private Html next(
            Page page, MechanismForm filled, String of, String until, String text, Map<String, Invalid.Fault> faults) {
        if (filled.used()) {
            return form(page, filled, of, until, filled.text(FormReading.unit(text)), "", faults);
        }
        return form(page, FormReading.read(text, days.today()).orElse(null), of, until, text, "", faults);
    }

    private Html form(
            Page page,
            @Nullable MechanismForm filled,
            @Nullable String of,
            String until,
            String text,
            String why,
            Map<String, Invalid.Fault> faults) {
        return new Html(
                html.mechanismNewDraft(
                        page, filled, pages.activities(page), of, until, text, why, pages.words(page), faults),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping
    View begin(Page page, Scope scope, @RequestParam MultiValueMap<String, String> values) {
        DraftStep.Said said = DraftStep.Said.of(values);
        String text = Objects.requireNonNullElse(said.text(), "");
        String why = said.why().strip();
        try {
            return deeds.run(scope, ADDRESS, values, () -> ADDRESS + "/" + drafts.begin(scope, kind, text, why));
        } catch (Invalid invalid) {
            MechanismForm read = FormReading.read(text, days.today())
                    .orElseGet(() -> new MechanismForm(new LinkedMultiValueMap<>(), days.today()));
            return form(page, read, null, "", text, why, invalid.faults());
        }
    }

    /** @param typed the form beside the text, see {@link MechanismForm}: shown as a text, not kept */
    @GetMapping("/{draft}")
    Html one(Page page, Scope scope, @PathVariable UUID draft, @RequestParam MultiValueMap<String, String> typed) {
        DraftId id = new DraftId(draft);
        MechanismForm filled = new MechanismForm(typed, days.today());
        String text = filled.used()
                ? filled.text(FormReading.unit(drafts.find(scope, kind, id).content()))
                : null;
        return pages.one(page, scope, id, new DraftFrame.Typed(text, Map.of(), null));
    }

    /** One step, see {@link DraftStep}. What cannot be done is said on the page of the draft, with what was typed. */
    @PostMapping("/{draft}/{step}")
    View step(
            Page page,
            Scope scope,
            @PathVariable UUID draft,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> values) {
        DraftId id = new DraftId(draft);
        DraftStep done = DraftStep.of(step);
        DraftStep.Said said = DraftStep.Said.of(values);
        try {
            return deeds.run(scope, ADDRESS + "/" + id + "/" + step, values, () -> {
                done.on(drafts, scope, kind, id, said);
                return ADDRESS + "/" + id;
            });
        } catch (Invalid invalid) {
            return pages.one(page, scope, id, new DraftFrame.Typed(said.text(), invalid.faults(), null));
        } catch (Refused refused) {
            String why = page.t(refused.messageKey(), refused.arguments());
            return pages.one(page, scope, id, new DraftFrame.Typed(said.text(), Map.of(), why));
        }
    }
}

package org.yijitong.matter.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.matter.FlowTexts;
import org.yijitong.mechanism.DraftFrame;
import org.yijitong.mechanism.DraftId;
import org.yijitong.mechanism.DraftReach;
import org.yijitong.mechanism.DraftStep;
import org.yijitong.mechanism.Drafts;
import org.yijitong.shared.Days;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Writing flows: begun, changed, sent in, given back, agreed to by another person and so published. */
@Controller
@RequestMapping(FlowDraftController.ADDRESS)
class FlowDraftController {
    static final String ADDRESS = "/flow-drafts";

    private static final int SHOWN = 50;

    private final Drafts drafts;
    private final FlowTexts kind;
    private final DraftReach reach;
    private final FlowDraftPages pages;
    private final Deeds deeds;
    private final Days days;
    private final Templates html;

    FlowDraftController(
            Drafts drafts,
            FlowTexts kind,
            DraftReach reach,
            FlowDraftPages pages,
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
        return new Html(html.matterFlowDrafts(page, drafts.list(scope, kind, SHOWN), reach.mayWrite(scope)));
    }

    /** @param of a flow whose next version is to be written; null for a new one, from the example */
    @GetMapping("/new")
    Html form(
            Page page, Scope scope, @RequestParam @Nullable String of, @RequestParam(defaultValue = "") String until) {
        if (of == null) {
            return form(page, null, until, FlowExample.text(days.today(), reach.code(scope)), "", Map.of());
        }
        try {
            return form(page, of, until, drafts.succeeding(kind, of, until), "", Map.of());
        } catch (Invalid invalid) {
            return form(page, of, until, drafts.succeeding(kind, of), "", invalid.faults());
        }
    }

    private Html form(
            Page page, @Nullable String of, String until, String text, String why, Map<String, Invalid.Fault> faults) {
        return new Html(
                html.matterNewFlowDraft(page, of, until, text, why, pages.offers(page), faults),
                faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping
    View begin(Page page, Scope scope, @RequestParam MultiValueMap<String, String> values) {
        String text = MatterController.value(values, "text");
        String why = MatterController.value(values, "why").strip();
        try {
            return deeds.run(scope, ADDRESS, values, () -> ADDRESS + "/" + drafts.begin(scope, kind, text, why));
        } catch (Invalid invalid) {
            return form(page, null, "", text, why, invalid.faults());
        }
    }

    @GetMapping("/{draft}")
    Html one(Page page, Scope scope, @PathVariable String draft) {
        return pages.one(page, scope, new DraftId(Ids.inAddress(draft)), DraftFrame.Typed.NOTHING);
    }

    /** One step, see {@link DraftStep}. What cannot be done is said on the page of the draft, with what was typed. */
    @PostMapping("/{draft}/{step}")
    View step(
            Page page,
            Scope scope,
            @PathVariable String draft,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> values) {
        DraftId id = new DraftId(Ids.inAddress(draft));
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

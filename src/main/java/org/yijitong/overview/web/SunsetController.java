package org.yijitong.overview.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.yijitong.mechanism.DraftReach;
import org.yijitong.mechanism.Drafts;
import org.yijitong.mechanism.MechanismTexts;
import org.yijitong.overview.Sunsets;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** A rule that ends: its use in figures, and the three things that can be done. */
@Controller
class SunsetController {
    private final Sunsets sunsets;
    private final Drafts drafts;
    private final MechanismTexts kind;
    private final DraftReach reach;
    private final Templates html;

    SunsetController(Sunsets sunsets, Drafts drafts, MechanismTexts kind, DraftReach reach, Templates html) {
        this.sunsets = sunsets;
        this.drafts = drafts;
        this.kind = kind;
        this.reach = reach;
        this.html = html;
    }

    @GetMapping("/sunsets/{mechanism}")
    Html one(Page page, Scope scope, @PathVariable String mechanism) {
        return new Html(html.overviewSunset(
                page, sunsets.of(scope, mechanism), drafts.succeeding(kind, mechanism), reach.mayWrite(scope)));
    }
}

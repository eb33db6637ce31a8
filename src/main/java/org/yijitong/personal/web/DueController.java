package org.yijitong.personal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.personal.Purge;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** What the nights of the next month will remove, told beforehand; nothing is removed by looking. */
@Controller
class DueController {
    private final Purge purge;
    private final Templates html;

    DueController(Purge purge, Templates html) {
        this.purge = purge;
        this.html = html;
    }

    @GetMapping("/personal-data/due")
    Html show(Page page, Scope scope) {
        return new Html(html.personalDue(page, purge.due(scope.unit())));
    }
}

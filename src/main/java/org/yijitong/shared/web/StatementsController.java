package org.yijitong.shared.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/** The two public statements that every footer links to. */
@Controller
class StatementsController {
    private final Templates html;

    StatementsController(Templates html) {
        this.html = html;
    }

    @GetMapping("/about")
    Html about(Page page) {
        return new Html(html.sharedAbout(page));
    }

    @GetMapping("/accessibility")
    Html accessibility(Page page) {
        return new Html(html.sharedAccessibility(page));
    }
}

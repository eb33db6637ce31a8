package org.yijitong.mechanism.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.mechanism.Publications;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/** Tries a document before it is published: what is wrong with it, or what it says in plain sentences. */
@Controller
class CheckController {
    private final Publications publications;
    private final Templates html;

    CheckController(Publications publications, Templates html) {
        this.publications = publications;
        this.html = html;
    }

    @GetMapping("/mechanism-check")
    Html form(Page page) {
        return shown(page, "", null, HttpStatus.OK);
    }

    @PostMapping("/mechanism-check")
    Html check(Page page, @RequestParam(defaultValue = "") String text) {
        Publications.Checked checked = publications.check(text);
        HttpStatus status = checked.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return shown(page, text, checked, status);
    }

    private Html shown(Page page, String text, Publications.@Nullable Checked checked, HttpStatus status) {
        return new Html(html.mechanismCheck(page, CheckPage.of(page.words(), text, checked)), status);
    }
}

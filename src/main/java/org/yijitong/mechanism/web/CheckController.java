package org.yijitong.mechanism.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.mechanism.Publications;
import org.yijitong.mechanism.reading.Completion;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Days;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Permitted;
import yijitong.html.Templates;

/** Tries a document before it is published: what is wrong with it, or what it says in plain sentences. */
@Controller
class CheckController {
    private final Publications publications;
    private final Permitted permitted;
    private final Days days;
    private final Completion completion;
    private final Templates html;

    CheckController(Publications publications, Permitted permitted, Days days, Completion completion, Templates html) {
        this.publications = publications;
        this.permitted = permitted;
        this.days = days;
        this.completion = completion;
        this.html = html;
    }

    @GetMapping("/mechanism-check")
    Html form(Page page, @Nullable CurrentUser user) {
        return shown(page, user, "", null, HttpStatus.OK);
    }

    @PostMapping("/mechanism-check")
    Html check(Page page, @Nullable CurrentUser user, @RequestParam(defaultValue = "") String text) {
        Publications.Checked checked = publications.check(text);
        HttpStatus status = checked.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return shown(page, user, text, checked, status);
    }

    private Html shown(
            Page page,
            @Nullable CurrentUser user,
            String text,
            Publications.@Nullable Checked checked,
            HttpStatus status) {
        Integer year = user != null && permitted.permits(user, "mechanism.rehearse")
                ? days.today().getYear() - 1
                : null;
        return new Html(
                html.mechanismCheck(page, CheckPage.of(page.words(), text, checked, year), completion.in(page.words())),
                status);
    }
}

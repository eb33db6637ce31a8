package org.yijitong.access.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.yijitong.access.OwnPassword;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Pages;
import yijitong.html.Templates;

/** Choosing a new password. */
@Controller
class PasswordController {
    private final Templates html;
    private final OwnPassword own;

    PasswordController(Templates html, OwnPassword own) {
        this.html = html;
        this.own = own;
    }

    @GetMapping("/account/password")
    Html form(Page page, SignedIn who) {
        return new Html(html.accessPassword(page, who.mustChange(), Map.of()));
    }

    @PostMapping("/account/password")
    Object change(
            Page page,
            SignedIn who,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes next) {
        try {
            own.change(who, current, password);
        } catch (Invalid invalid) {
            return new Html(
                    html.accessPassword(page, who.mustChange(), invalid.faults()), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addFlashAttribute(Pages.NOTICE, page.t("access.password.changed"));
        RedirectView redirect = new RedirectView("/account");
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }
}

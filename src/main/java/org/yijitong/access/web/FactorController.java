package org.yijitong.access.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.yijitong.access.Factors;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Pages;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** The second step of one's own sign-in: setting it up, new recovery codes, putting it away; and its reset for others. */
@Controller
class FactorController {
    private final Templates html;
    private final Factors factors;

    FactorController(Templates html, Factors factors) {
        this.html = html;
        this.factors = factors;
    }

    @GetMapping("/account/factor")
    Html show(Page page, SignedIn who) {
        return show(page, who, "", Map.of(), HttpStatus.OK);
    }

    private Html show(Page page, SignedIn who, String sealed, Map<String, Invalid.Fault> faults, HttpStatus status) {
        Factors.@Nullable State state = factors.of(who.account()).orElse(null);
        Factors.@Nullable Offer offer = state == null ? factors.offer(who, sealed, page.t("shared.product")) : null;
        FactorPage shown = new FactorPage(who, state, factors.required(who.account()), offer, faults);
        return new Html(html.accessFactor(page, shown), status);
    }

    /** Sets it up; the answer is the only page that ever shows the recovery codes. */
    @PostMapping("/account/factor")
    Html set(
            Page page,
            SignedIn who,
            @RequestParam(defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String code) {
        return codes(page, who, sealed, () -> factors.set(who, sealed, code));
    }

    /** Makes recovery codes anew, shown on the answer alone. */
    @PostMapping("/account/factor/codes")
    Html renew(Page page, SignedIn who, @RequestParam(defaultValue = "") String code) {
        return codes(page, who, "", () -> factors.renewCodes(who, code));
    }

    private Html codes(Page page, SignedIn who, String sealed, Supplier<List<String>> made) {
        try {
            return new Html(html.accessRecovery(page, made.get()));
        } catch (Invalid invalid) {
            return show(page, who, sealed, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/account/factor/removal")
    View remove(Page page, SignedIn who, @RequestParam(defaultValue = "") String code, RedirectAttributes next) {
        try {
            factors.remove(who, code);
        } catch (Invalid invalid) {
            return show(page, who, "", invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return on("/account", page.t("access.factor.removed"), next);
    }

    @PostMapping("/accounts/{account}/factor/removal")
    View reset(Page page, Scope scope, @PathVariable UUID account, RedirectAttributes next) {
        factors.reset(scope, account);
        return on("/accounts", page.t("access.accounts.factor.done"), next);
    }

    private static View on(String path, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Pages.NOTICE, notice);
        RedirectView redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }
}

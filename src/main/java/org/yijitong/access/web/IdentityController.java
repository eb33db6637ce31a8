package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yijitong.access.IdentityProvider;
import org.yijitong.access.IdentityTies;
import org.yijitong.access.OutsideSignIn;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Pages;
import org.yijitong.shared.Scope;
import org.yijitong.shared.SeeOther;
import yijitong.html.Templates;

/** The identity outside of one's own account: connecting it and cutting the tie; and the tie of others, cut only. */
@Controller
class IdentityController {
    private final Templates html;
    private final IdentityProvider provider;
    private final OutsideSignIn outside;
    private final IdentityTies ties;

    IdentityController(Templates html, IdentityProvider provider, OutsideSignIn outside, IdentityTies ties) {
        this.html = html;
        this.provider = provider;
        this.outside = outside;
        this.ties = ties;
    }

    @GetMapping("/account/identity")
    Html show(Page page, SignedIn who) {
        return show(page, who, Map.of(), HttpStatus.OK);
    }

    private Html show(Page page, SignedIn who, Map<String, Invalid.Fault> faults, HttpStatus status) {
        IdentityTies.@Nullable Tie tie = ties.of(who.account()).orElse(null);
        boolean present = tie != null && provider.isNow(tie.issuer());
        return new Html(
                html.accessIdentity(page, new IdentityPage(OutsideOffer.of(provider), tie, present, faults)), status);
    }

    /**
     * Confirms the password and shows the way on. That is a link: a redirect after a form is held to the form-action of our
     * content security policy by some browsers, wherever the provider redirects on to.
     */
    @PostMapping("/account/identity")
    Html connect(
            Page page,
            SignedIn who,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (provider.standing() == IdentityProvider.Standing.OFF) {
            throw new NotFound();
        }
        try {
            Optional<OutsideSignIn.Out> out = outside.beginConnecting(who, password, base(request));
            if (out.isEmpty()) {
                return show(page, who, Map.of(), HttpStatus.SERVICE_UNAVAILABLE);
            }
            response.addHeader(
                    HttpHeaders.SET_COOKIE, DetourCookie.set(request, out.get().carried()));
            return new Html(html.accessIdentityGo(
                    page, OutsideOffer.of(provider).name(page), out.get().address()));
        } catch (Invalid invalid) {
            return show(page, who, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/account/identity/removal")
    View disconnect(
            Page page, SignedIn who, @RequestParam(defaultValue = "") String password, RedirectAttributes next) {
        try {
            ties.disconnect(who, password);
        } catch (Invalid invalid) {
            return show(page, who, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return on("/account", page.t("access.identity.disconnected"), next);
    }

    @PostMapping("/accounts/{account}/identity/removal")
    View cut(Page page, Scope scope, @PathVariable UUID account, RedirectAttributes next) {
        ties.cut(scope, account);
        return on("/accounts", page.t("access.accounts.identity.done"), next);
    }

    /** The address of this site, as the request has it. */
    static String base(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }

    private static View on(String path, String notice, RedirectAttributes next) {
        next.addFlashAttribute(Pages.NOTICE, notice);
        return SeeOther.to(path);
    }
}

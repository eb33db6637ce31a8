package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yijitong.access.IdentityProvider;
import org.yijitong.access.OutsideSignIn;
import org.yijitong.access.Sessions;
import org.yijitong.access.SignIn;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.Html;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import org.yijitong.shared.Pages;
import yijitong.html.Templates;

/** Signing in by the identity provider outside: the way there, the way back, and why it led nowhere. */
@Controller
@RequestMapping("/sign-in/identity")
class OutsideController {
    private final Templates html;
    private final IdentityProvider provider;
    private final OutsideSignIn outside;
    private final Sessions sessions;
    private final CookieCsrfTokenRepository tokens;

    OutsideController(
            Templates html,
            IdentityProvider provider,
            OutsideSignIn outside,
            Sessions sessions,
            CookieCsrfTokenRepository tokens) {
        this.html = html;
        this.provider = provider;
        this.outside = outside;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** Leads to the provider; writes nothing, what has to be remembered travels with the browser. */
    @GetMapping
    ResponseEntity<Void> go(@RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        if (none()) {
            return Going.to("/sign-in");
        }
        return outside.begin(IdentityController.base(request), Challenge.ownPath(to))
                .map(out -> Going.with(DetourCookie.set(request, out.carried()), out.address()))
                .orElseGet(() -> refused(request, OutsideSignIn.Why.AWAY));
    }

    /**
     * Comes back. The provider's answer stands in the address, so every end leads on to another one.
     *
     * @param iss the provider, where it says so (RFC 9207)
     */
    @GetMapping("/return")
    ResponseEntity<Void> back(
            Page page,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String error,
            @RequestParam(defaultValue = "") String iss,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (none()) {
            return Going.to("/sign-in");
        }
        String device =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        OutsideSignIn.End end = outside.end(
                DetourCookie.of(request),
                new OutsideSignIn.Answer(code, state, error, iss),
                Identification.of(request).orElse(null),
                new SignIn.Visitor(request.getRemoteAddr(), device, Device.known(device)));
        return switch (end) {
            case OutsideSignIn.End.In in -> in(in, request, response);
            case OutsideSignIn.End.Connected() -> {
                next.addFlashAttribute(Pages.NOTICE, page.t("access.identity.connected", name(page)));
                yield Going.with(DetourCookie.clear(request), "/account/identity");
            }
            case OutsideSignIn.End.Not(OutsideSignIn.Why why) -> refused(request, why);
        };
    }

    /** As after a password: a session that is new in any case, and a new CSRF token. */
    private ResponseEntity<Void> in(OutsideSignIn.End.In in, HttpServletRequest request, HttpServletResponse response) {
        Identification.of(request).ifPresent(this::end);
        tokens.saveToken(tokens.generateToken(request), request, response);
        response.addHeader(HttpHeaders.SET_COOKIE, DetourCookie.clear(request));
        return Going.with(SessionCookie.set(request, in.secret()), in.to());
    }

    private void end(SignedIn old) {
        Optional.ofNullable(old.session()).ifPresent(session -> sessions.end(old, session));
    }

    private static ResponseEntity<Void> refused(HttpServletRequest request, OutsideSignIn.Why why) {
        String word = why.name().toLowerCase(Locale.ROOT);
        return Going.with(DetourCookie.clear(request), "/sign-in/identity/refused?why=" + word);
    }

    /** Says why; nothing of the answer or the person is in the address. */
    @GetMapping("/refused")
    Html refused(Page page, @RequestParam(defaultValue = "again") String why) {
        OutsideSignIn.Why known = Stream.of(OutsideSignIn.Why.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(why))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new Html(html.accessIdentityRefused(page, name(page), known));
    }

    private String name(Page page) {
        return OutsideOffer.of(provider).name(page);
    }

    /** Without a provider these ways lead to the page that offers what there is. */
    private boolean none() {
        return provider.standing() == IdentityProvider.Standing.OFF;
    }
}

package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yijitong.access.IdentityProvider;
import org.yijitong.access.Session;
import org.yijitong.access.Sessions;
import org.yijitong.access.SignIn;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Pages;
import yijitong.html.Templates;

/** Signing in and out. */
@Controller
class SignInController {
    private final Templates html;
    private final SignIn signIn;
    private final Sessions sessions;
    private final IdentityProvider provider;
    private final CookieCsrfTokenRepository tokens;

    SignInController(
            Templates html,
            SignIn signIn,
            Sessions sessions,
            IdentityProvider provider,
            CookieCsrfTokenRepository tokens) {
        this.html = html;
        this.signIn = signIn;
        this.sessions = sessions;
        this.provider = provider;
        this.tokens = tokens;
    }

    @GetMapping("/sign-in")
    Html form(Page page, @RequestParam(defaultValue = "/") String to) {
        return form(page, "", to, Map.of(), HttpStatus.OK);
    }

    private Html form(Page page, String name, String to, Map<String, Invalid.Fault> faults, HttpStatus status) {
        return new Html(
                html.accessSignIn(page, name, Challenge.ownPath(to), OutsideOffer.of(provider), faults), status);
    }

    /** Answers a wrong password with the form again, status 422; a right one with a session that is new in any case. */
    @PostMapping("/sign-in")
    Object signIn(
            Page page,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        String device =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        Optional<String> secret = signIn.attempt(
                name, password, new SignIn.Visitor(request.getRemoteAddr(), device, Device.known(device)));
        if (secret.isEmpty()) {
            Map<String, Invalid.Fault> faults = new Invalid("name", "access.sign-in.wrong").faults();
            return form(page, name, to, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Identification.of(request)
                .flatMap(who -> Optional.ofNullable(who.session()).map(old -> new OldSession(who, old)))
                .ifPresent(old -> sessions.end(old.who(), old.session()));
        tokens.saveToken(tokens.generateToken(request), request, response);
        return Going.with(SessionCookie.set(request, secret.get()), Challenge.ownPath(to));
    }

    private record OldSession(SignedIn who, java.util.UUID session) {}

    /** Whoever came by an identity outside is told that they are signed in there still. */
    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(Page page, SignedIn who, HttpServletRequest request, RedirectAttributes next) {
        Optional.ofNullable(who.session())
                .map(session -> sessions.end(who, session))
                .filter(way -> way == Session.Way.IDENTITY)
                .ifPresent(_ -> next.addFlashAttribute(
                        Pages.NOTICE,
                        page.t(
                                "access.identity.still",
                                OutsideOffer.of(provider).name(page))));
        return Going.with(SessionCookie.clear(request), "/sign-in");
    }
}

package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.access.Factors;
import org.yijitong.access.SignedIn;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/** The second step of signing in: a code of the authenticator, or a recovery code. */
@Controller
@RequestMapping("/sign-in/code")
class SecondStepController {
    private final Templates html;
    private final Factors factors;
    private final CookieCsrfTokenRepository tokens;

    SecondStepController(Templates html, Factors factors, CookieCsrfTokenRepository tokens) {
        this.html = html;
        this.factors = factors;
        this.tokens = tokens;
    }

    @GetMapping
    Html form(
            Page page,
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "false") boolean recovery) {
        return form(page, to, recovery, Map.of(), HttpStatus.OK);
    }

    private Html form(Page page, String to, boolean recovery, Map<String, Invalid.Fault> faults, HttpStatus status) {
        return new Html(html.accessSecondStep(page, Challenge.ownPath(to), recovery, faults), status);
    }

    /** Answers a wrong code with the form again, status 422; a right one with a new session and a new CSRF token. */
    @PostMapping
    Object pass(
            Page page,
            SignedIn who,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "false") boolean recovery,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (who.due() != SignedIn.Due.CODE) {
            return Going.to(Challenge.ownPath(to));
        }
        Optional<String> secret = factors.pass(who, code);
        if (secret.isEmpty()) {
            String wrong = recovery ? "access.second.recovery.wrong" : "access.second.wrong";
            Map<String, Invalid.Fault> faults = new Invalid("code", wrong).faults();
            return form(page, to, recovery, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        tokens.saveToken(tokens.generateToken(request), request, response);
        return Going.with(SessionCookie.set(request, secret.get()), Challenge.ownPath(to));
    }
}

package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yijitong.access.Factors;
import org.yijitong.access.Grants;
import org.yijitong.access.IdentityProvider;
import org.yijitong.access.IdentityTies;
import org.yijitong.access.Sessions;
import org.yijitong.access.SignedIn;
import org.yijitong.access.Tokens;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Cut;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Page;
import yijitong.html.Templates;

/** One's own account: the posts one works as, the devices one is signed in on, the tokens one has given out. */
@Controller
class AccountController {
    /** The longest name of a token, in characters. */
    private static final int NAME = 60;

    private final Templates html;
    private final Grants grants;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Factors factors;
    private final IdentityTies ties;
    private final IdentityProvider provider;

    AccountController(
            Templates html,
            Grants grants,
            Sessions sessions,
            Tokens tokens,
            Factors factors,
            IdentityTies ties,
            IdentityProvider provider) {
        this.html = html;
        this.grants = grants;
        this.sessions = sessions;
        this.tokens = tokens;
        this.factors = factors;
        this.ties = ties;
        this.provider = provider;
    }

    @GetMapping("/account")
    Html show(Page page, SignedIn who) {
        return show(page, who, Map.of(), HttpStatus.OK);
    }

    private Html show(Page page, SignedIn who, Map<String, Invalid.Fault> faults, HttpStatus status) {
        AccountPage account = new AccountPage(
                who,
                grants.of(who.account()),
                sessions.of(who.account()),
                tokens.of(who.account()),
                factors.of(who.account()),
                ties.of(who.account()).isPresent(),
                OutsideOffer.of(provider),
                faults);
        return new Html(html.accessAccount(page, account), status);
    }

    /** Works as another of one's posts from now on. */
    @PostMapping("/account/posts")
    ResponseEntity<Void> workAs(SignedIn who, @RequestParam UUID grant, HttpServletRequest request) {
        return Going.with(SessionCookie.set(request, sessions.workAs(who, grant)), "/");
    }

    /** Signs out another device. */
    @PostMapping("/account/sessions/{session}/ending")
    ResponseEntity<Void> end(SignedIn who, @PathVariable UUID session) {
        sessions.end(who, session);
        return Going.to("/account");
    }

    /** Makes a token; the answer is the only page that ever shows it. */
    @PostMapping("/account/tokens")
    Html createToken(
            Page page,
            SignedIn who,
            @RequestParam UUID grant,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "90") int life) {
        try {
            return new Html(html.accessToken(page, name, tokens.create(who, grant, name, life)));
        } catch (Invalid invalid) {
            return show(page, who, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Makes the address by which a calendar program subscribes; the answer is the only page that ever shows it. */
    @PostMapping("/account/calendar")
    Html subscribe(Page page, SignedIn who, HttpServletRequest request) {
        CurrentUser user = Optional.ofNullable(who.user()).orElseThrow(NotFound::new);
        String name = page.t("access.calendar.name", user.where());
        String key = tokens.subscribe(who, Cut.at(NAME, name));
        String address = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/calendars/{key}/duties.ics")
                .buildAndExpand(key)
                .toUriString();
        return new Html(html.accessCalendar(page, name, address, address.replaceFirst("^https?", "webcal")));
    }

    @PostMapping("/account/tokens/{token}/revocation")
    ResponseEntity<Void> revoke(SignedIn who, @PathVariable UUID token) {
        tokens.revoke(who, token);
        return Going.to("/account");
    }
}

package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yijitong.access.Accounts;
import org.yijitong.access.Delegation;
import org.yijitong.access.GivenPost;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** The posts of an account: what it holds and until when; giving one, taking one away. */
@Controller
@RequestMapping("/accounts/{account}/grants")
class GrantsController {
    private final Templates html;
    private final Accounts accounts;
    private final Delegation delegation;
    private final PostChoices choices;
    private final Deeds deeds;

    GrantsController(Templates html, Accounts accounts, Delegation delegation, PostChoices choices, Deeds deeds) {
        this.html = html;
        this.accounts = accounts;
        this.delegation = delegation;
        this.choices = choices;
        this.deeds = deeds;
    }

    @GetMapping
    Html list(Page page, Scope scope, CurrentUser user, @PathVariable UUID account) {
        return new Html(html.accessGrants(page, shown(page, scope, user, account, Map.of(), Map.of())));
    }

    private GrantsPage shown(
            Page page,
            Scope scope,
            CurrentUser user,
            UUID account,
            Map<String, String> typed,
            Map<String, Invalid.Fault> faults) {
        return new GrantsPage(
                account,
                accounts.displayName(scope, account),
                delegation.of(scope, account),
                // Nobody gives to themselves, or takes from themselves.
                account.equals(user.account()) ? PostChoices.NONE : choices.of(page, scope, user),
                typed,
                faults);
    }

    @PostMapping
    View give(
            Page page,
            Scope scope,
            CurrentUser user,
            HttpServletRequest request,
            @PathVariable UUID account,
            @RequestParam(defaultValue = "") String role,
            @RequestParam @Nullable UUID organization,
            @RequestParam(defaultValue = "") String until) {
        UUID place = organization == null ? scope.top() : organization;
        try {
            return deeds.run(
                    scope,
                    request,
                    () -> {
                        delegation.give(scope, user.role(), account, new GivenPost.Asked(role, place, day(until)));
                        return GrantsPage.address(account);
                    },
                    page.t("access.grants.given"));
        } catch (Invalid invalid) {
            Map<String, String> typed = Map.of("role", role, "organization", place.toString(), "until", until);
            GrantsPage shown = shown(page, scope, user, account, typed, invalid.faults());
            return new Html(html.accessGrants(page, shown), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new Invalid("until", "access.grants.until.wrong");
        }
    }

    @PostMapping("/{grant}/ending")
    View end(
            Page page,
            Scope scope,
            CurrentUser user,
            HttpServletRequest request,
            @PathVariable UUID account,
            @PathVariable UUID grant) {
        return deeds.run(
                scope,
                request,
                () -> {
                    delegation.end(scope, user.role(), account, grant);
                    return GrantsPage.address(account);
                },
                page.t("access.grants.ended"));
    }
}

package org.yijitong.access.web;

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
import org.springframework.web.servlet.view.RedirectView;
import org.yijitong.access.Accounts;
import org.yijitong.access.Holders;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Who of the roster holds an account, for the administrator of its unit. */
@Controller
@RequestMapping("/accounts/{account}/person")
class HolderController {
    private final Accounts accounts;
    private final Holders holders;
    private final Templates html;

    HolderController(Accounts accounts, Holders holders, Templates html) {
        this.accounts = accounts;
        this.holders = holders;
        this.html = html;
    }

    @GetMapping
    Html form(Page page, Scope scope, @PathVariable UUID account, @RequestParam @Nullable String q) {
        return form(page, scope, account, q, Map.of(), HttpStatus.OK);
    }

    /** @param person empty when nobody of the roster holds it */
    @PostMapping
    View say(
            Page page,
            Scope scope,
            @PathVariable UUID account,
            @RequestParam @Nullable UUID person,
            @RequestParam @Nullable String q) {
        try {
            holders.say(scope, account, person == null ? null : new PersonId(person));
            RedirectView accountsAgain = new RedirectView("/accounts");
            accountsAgain.setStatusCode(HttpStatus.SEE_OTHER);
            return accountsAgain;
        } catch (Invalid invalid) {
            return form(page, scope, account, q, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html form(
            Page page,
            Scope scope,
            UUID account,
            @Nullable String q,
            Map<String, Invalid.Fault> faults,
            HttpStatus status) {
        String name = accounts.displayName(scope, account);
        String asked = q == null ? name : q.strip();
        HolderPage shown = new HolderPage(
                account, name, asked, holders.of(scope, account).orElse(null), holders.named(scope, asked), faults);
        return new Html(html.accessHolder(page, shown), status);
    }
}

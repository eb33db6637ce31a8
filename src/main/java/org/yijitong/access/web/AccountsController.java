package org.yijitong.access.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.yijitong.access.Account;
import org.yijitong.access.Accounts;
import org.yijitong.access.GivenPost;
import org.yijitong.access.NewAccount;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Pages;
import org.yijitong.shared.Permitted;
import org.yijitong.shared.Scope;
import org.yijitong.shared.SeeOther;
import yijitong.html.Templates;

/** The accounts of a unit, for its administrator. */
@Controller
class AccountsController {
    private static final int SHOWN = 50;

    private final Templates html;
    private final Accounts accounts;
    private final PostChoices choices;
    private final Permitted permitted;

    AccountsController(Templates html, Accounts accounts, PostChoices choices, Permitted permitted) {
        this.html = html;
        this.accounts = accounts;
        this.choices = choices;
        this.permitted = permitted;
    }

    @GetMapping("/accounts")
    Html list(Page page, Scope scope, CurrentUser user, @RequestParam(defaultValue = "") String after) {
        List<Account> found = accounts.list(scope, after, SHOWN + 1);
        boolean more = found.size() > SHOWN;
        List<Account> shown = more ? found.subList(0, SHOWN) : found;
        return new Html(html.accessAccounts(
                page,
                shown,
                more ? shown.getLast().name() : null,
                permitted.permits(user, "account.manage"),
                permitted.permits(user, "account.grant"),
                permitted.permits(user, "account.holder")));
    }

    @GetMapping("/accounts/new")
    Html form(Page page, Scope scope, CurrentUser user) {
        return form(page, scope, user, new NewAccount("", ""), Map.of(), HttpStatus.OK);
    }

    /** Makes an account; the answer is the only page that ever shows its one-time code. */
    @PostMapping("/accounts")
    Html create(
            Page page,
            Scope scope,
            CurrentUser user,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String role,
            @RequestParam @Nullable UUID organization) {
        NewAccount made = new NewAccount(name.strip(), displayName.strip());
        try {
            UUID place = organization == null ? scope.top() : organization;
            GivenPost.Asked asked = role.isEmpty() ? null : new GivenPost.Asked(role, place, null);
            return new Html(html.accessCode(
                    page, accounts.create(scope, user.role(), made, asked).code()));
        } catch (Invalid invalid) {
            return form(page, scope, user, made, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html form(
            Page page,
            Scope scope,
            CurrentUser user,
            NewAccount typed,
            Map<String, Invalid.Fault> faults,
            HttpStatus status) {
        return new Html(html.accessNewAccount(page, typed, choices.lasting(page, scope, user), faults), status);
    }

    /** Issues a one-time code; the answer is the only page that ever shows it. */
    @PostMapping("/accounts/{account}/codes")
    Html issueCode(Page page, Scope scope, @PathVariable UUID account) {
        return new Html(html.accessCode(page, accounts.issueCode(scope, account)));
    }

    /** Signs its holder out wherever they are signed in. */
    @PostMapping("/accounts/{account}/sessions/ending")
    View signOut(Page page, Scope scope, @PathVariable UUID account, RedirectAttributes next) {
        accounts.signOut(scope, account);
        next.addFlashAttribute(Pages.NOTICE, page.t("access.accounts.sign-out.done"));
        return SeeOther.to("/accounts");
    }

    @PostMapping("/accounts/{account}/suspension")
    ResponseEntity<Void> suspend(Scope scope, @PathVariable UUID account) {
        accounts.suspend(scope, account);
        return Going.to("/accounts");
    }

    @PostMapping("/accounts/{account}/reinstatement")
    ResponseEntity<Void> reinstate(Scope scope, @PathVariable UUID account) {
        accounts.reinstate(scope, account);
        return Going.to("/accounts");
    }
}

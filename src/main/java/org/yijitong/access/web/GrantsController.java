package org.yijitong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.yijitong.access.Accounts;
import org.yijitong.shared.Deeds;
import org.yijitong.shared.Html;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** The posts of an account, to be taken away by the administrator of its unit. */
@Controller
@RequestMapping("/accounts/{account}/grants")
class GrantsController {
    private final Accounts accounts;
    private final Deeds deeds;
    private final Templates html;

    GrantsController(Accounts accounts, Deeds deeds, Templates html) {
        this.accounts = accounts;
        this.deeds = deeds;
        this.html = html;
    }

    /** Says what taking one away means, before it is done. */
    @GetMapping
    Html list(Page page, Scope scope, @PathVariable UUID account) {
        GrantsPage shown =
                new GrantsPage(account, accounts.displayName(scope, account), accounts.posts(scope, account));
        return new Html(html.accessGrants(page, shown));
    }

    @PostMapping("/{grant}/ending")
    View end(Page page, Scope scope, HttpServletRequest request, @PathVariable UUID account, @PathVariable UUID grant) {
        return deeds.run(
                scope,
                request,
                () -> {
                    accounts.revoke(scope, account, grant);
                    return GrantsPage.address(account);
                },
                page.t("access.grants.ended"));
    }
}

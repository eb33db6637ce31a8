package org.yijitong.access.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yijitong.access.GivenPost;
import org.yijitong.access.Policy;
import org.yijitong.access.RosterAccounts;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Html;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;
import org.yijitong.shared.Scope;
import yijitong.html.Templates;

/** Opening the accounts of a branch at once, with a sheet of invitations to hand out. */
@Controller
@RequestMapping("/accounts/roster")
class RosterAccountsController {
    private static final UUID NONE = new UUID(0, 0);

    private final Templates html;
    private final RosterAccounts accounts;
    private final PostChoices choices;
    private final Policy policy;

    RosterAccountsController(Templates html, RosterAccounts accounts, PostChoices choices, Policy policy) {
        this.html = html;
        this.accounts = accounts;
        this.choices = choices;
        this.policy = policy;
    }

    @GetMapping
    Html form(Page page, Scope scope, CurrentUser user, @RequestParam @Nullable UUID organization) {
        UUID branch = organization == null ? NONE : organization;
        return form(page, scope, user, new GivenPost.Asked("member", branch, null), Map.of(), HttpStatus.OK);
    }

    private Html form(
            Page page,
            Scope scope,
            CurrentUser user,
            GivenPost.Asked asked,
            Map<String, Invalid.Fault> faults,
            HttpStatus status) {
        PostChoices.Choices all = choices.lasting(page, scope, user);
        Map<String, String> roles = new LinkedHashMap<>(all.roles());
        roles.keySet().removeIf(role -> policy.apart(role).isPresent() || policy.wholeUnit(role));
        RosterAccountsPage shown = new RosterAccountsPage(
                asked.organization(),
                new PostChoices.Choices(roles, all.organizations()),
                accounts.without(scope, new OrganizationId(asked.organization())),
                asked.role(),
                faults);
        return new Html(html.accessRosterAccounts(page, shown), status);
    }

    /** Opens them; the answer is the only page that ever shows their one-time codes. */
    @PostMapping
    Html open(
            Page page,
            Scope scope,
            CurrentUser user,
            @RequestParam @Nullable UUID organization,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") List<UUID> person) {
        GivenPost.Asked asked = new GivenPost.Asked(role, organization == null ? NONE : organization, null);
        try {
            List<PersonId> people = person.stream().map(PersonId::new).toList();
            return new Html(html.accessInvitationSheet(page, accounts.open(scope, user.role(), people, asked)));
        } catch (Invalid invalid) {
            return form(page, scope, user, asked, invalid.faults(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}

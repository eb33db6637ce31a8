package org.yijitong.access.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.access.Account;
import org.yijitong.access.Accounts;
import org.yijitong.access.GivenPost;
import org.yijitong.access.IdentityTies;
import org.yijitong.access.NewAccount;
import org.yijitong.access.SignedIn;
import org.yijitong.access.TwoSteps;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Query;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Tags;

/** The accounts of a unit, for programs. */
@RestController
@RequestMapping("/api/v1/units/{unit}/accounts")
@Tag(name = "accounts")
class ApiAccountsController {
    private static final String TOLD = "code is told in this answer and in no other: the same request again has none";

    private final Accounts accounts;
    private final IdentityTies ties;
    private final TwoSteps steps;
    private final Posting posting;
    private final Told told;
    private final Tags tags;

    ApiAccountsController(Accounts accounts, IdentityTies ties, TwoSteps steps, Posting posting, Told told, Tags tags) {
        this.accounts = accounts;
        this.ties = ties;
        this.steps = steps;
        this.posting = posting;
        this.told = told;
        this.tags = tags;
    }

    /** Some accounts. {@code next}: the address of those after them. */
    record AccountsView(
            List<AccountView> accounts, @Nullable String next) {}

    /** An account to be made. {@code role}: of its first post, at {@code organization}, until {@code until}; or none. */
    record AccountBody(
            @Nullable String name,
            @Nullable String displayName,
            @Nullable String role,
            @Nullable UUID organization,
            @Nullable LocalDate until) {}

    /** An account with its one-time code, good for 24 hours. */
    record CodeView(String href, @Nullable String code) {}

    @GetMapping
    @Operation(summary = "The accounts of the unit, by name")
    ResponseEntity<AccountsView> list(
            Scope scope,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size) {
        if (!after.matches("\\P{Cntrl}{0,100}")) {
            throw new Invalid("after", "api.invalid.after");
        }
        int shown = Query.size(size);
        List<Account> found = accounts.list(scope, after, shown + 1);
        HttpHeaders headers = new HttpHeaders();
        String next = null;
        if (found.size() > shown) {
            next = Query.next(request, "after", found.get(shown - 1).name());
            headers.set(HttpHeaders.LINK, Query.link(next));
        }
        List<AccountView> views =
                found.stream().limit(shown).map(AccountView::of).toList();
        return ResponseEntity.ok().headers(headers).body(new AccountsView(views, next));
    }

    @GetMapping("/{account}")
    @Operation(summary = "An account")
    ResponseEntity<AccountView> one(Scope scope, @PathVariable UUID account) {
        return tags.answer(AccountView.of(accounts.one(scope, account)));
    }

    @PostMapping
    @Operation(summary = "Open an account, with a first post or without", description = TOLD)
    ResponseEntity<CodeView> create(
            Scope scope, SignedIn who, CurrentUser user, HttpServletRequest request, @RequestBody AccountBody body) {
        NewAccount made = new NewAccount(text(body.name()), text(body.displayName()));
        String role = text(body.role());
        UUID place = Objects.requireNonNullElse(body.organization(), scope.top());
        GivenPost.Asked asked = role.isEmpty() ? null : new GivenPost.Asked(role, place, body.until());
        steps.requireToGive(who, role);
        return told.once(
                scope,
                request,
                body,
                () -> accounts.create(scope, user.role(), made, asked),
                account -> address(scope, account.account()),
                (href, account) -> new CodeView(href, account == null ? null : account.code()));
    }

    @PostMapping("/{account}/codes")
    @Operation(summary = "Issue a one-time code for 24 hours; earlier ones lose their use", description = TOLD)
    ResponseEntity<CodeView> issueCode(
            Scope scope, SignedIn who, HttpServletRequest request, @PathVariable UUID account) {
        steps.requireFor(who, scope, account);
        return told.once(
                scope,
                request,
                "",
                () -> accounts.issueCode(scope, account),
                code -> address(scope, account),
                (href, code) -> new CodeView(href, code));
    }

    @PostMapping("/{account}/suspension")
    @Operation(summary = "Suspend an account: its sessions end, its tokens rest, and nobody signs in with it")
    ResponseEntity<Done> suspend(Scope scope, SignedIn who, HttpServletRequest request, @PathVariable UUID account) {
        return changed(scope, who, request, account, () -> accounts.suspend(scope, account));
    }

    @PostMapping("/{account}/reinstatement")
    @Operation(summary = "Let a suspended account sign in again")
    ResponseEntity<Done> reinstate(Scope scope, SignedIn who, HttpServletRequest request, @PathVariable UUID account) {
        return changed(scope, who, request, account, () -> accounts.reinstate(scope, account));
    }

    @PostMapping("/{account}/sessions/ending")
    @Operation(summary = "End every session of an account; tokens and password stay")
    ResponseEntity<Done> signOut(Scope scope, SignedIn who, HttpServletRequest request, @PathVariable UUID account) {
        return changed(scope, who, request, account, () -> accounts.signOut(scope, account));
    }

    @PostMapping("/{account}/identity/removal")
    @Operation(summary = "Cut the tie to an identity outside; its sessions end, and its holder signs in by password")
    ResponseEntity<Done> cut(Scope scope, SignedIn who, HttpServletRequest request, @PathVariable UUID account) {
        return changed(scope, who, request, account, () -> ties.cut(scope, account));
    }

    private ResponseEntity<Done> changed(
            Scope scope, SignedIn who, HttpServletRequest request, UUID account, Runnable work) {
        steps.requireFor(who, scope, account);
        return posting.changed(scope, request, "", () -> {
            work.run();
            return address(scope, account);
        });
    }

    static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    static String address(Scope scope, UUID account) {
        return "/api/v1/units/" + scope.unit() + "/accounts/" + account;
    }
}

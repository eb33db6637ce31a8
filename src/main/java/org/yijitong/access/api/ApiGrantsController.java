package org.yijitong.access.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.access.Delegation;
import org.yijitong.access.GivenPost;
import org.yijitong.access.SignedIn;
import org.yijitong.access.TwoSteps;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Posting;
import org.yijitong.shared.Posting.Done;
import org.yijitong.shared.Scope;

/** The posts of an account, for programs. */
@RestController
@RequestMapping("/api/v1/units/{unit}/accounts/{account}/grants")
@Tag(name = "accounts")
class ApiGrantsController {
    private final Delegation delegation;
    private final TwoSteps steps;
    private final Posting posting;

    ApiGrantsController(Delegation delegation, TwoSteps steps, Posting posting) {
        this.delegation = delegation;
        this.steps = steps;
        this.posting = posting;
    }

    /** A post. {@code place}: the name of its organization when it was given; {@code until}: the last day. */
    record GrantView(
            UUID id,
            String role,
            UUID organization,
            String place,
            LocalDate from,
            @Nullable LocalDate until) {
        static GrantView of(GivenPost post) {
            return new GrantView(
                    post.grantId(), post.role(), post.organization(), post.place(), post.from(), post.until());
        }
    }

    /** A post to be given from today. {@code organization}: one's own when absent; {@code until}: the last day. */
    record GrantBody(
            @Nullable String role,
            @Nullable UUID organization,
            @Nullable LocalDate until) {}

    /** {@code until}: the last day on which it holds; at once when absent. */
    record EndingBody(@Nullable LocalDate until) {}

    @GetMapping
    @Operation(summary = "The posts an account holds or will hold in the unit")
    List<GrantView> list(Scope scope, @PathVariable UUID account) {
        return delegation.of(scope, account).stream().map(GrantView::of).toList();
    }

    @GetMapping("/{grant}")
    @Operation(summary = "One of them")
    GrantView one(Scope scope, @PathVariable UUID account, @PathVariable UUID grant) {
        return delegation.of(scope, account).stream()
                .filter(post -> post.grantId().equals(grant))
                .map(GrantView::of)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @PostMapping
    @Operation(
            summary = "Give a post from today on",
            description = "Only what one may give oneself, within one's own subtree, no longer than one's own post")
    ResponseEntity<Done> give(
            Scope scope,
            SignedIn who,
            CurrentUser user,
            HttpServletRequest request,
            @PathVariable UUID account,
            @RequestBody GrantBody body) {
        String role = ApiAccountsController.text(body.role());
        UUID place = Objects.requireNonNullElse(body.organization(), scope.top());
        steps.requireToGive(who, role);
        steps.requireFor(who, scope, account);
        return posting.made(scope, request, body, () -> {
            GivenPost.Asked asked = new GivenPost.Asked(role, place, body.until());
            return address(scope, account) + "/" + delegation.give(scope, user.role(), account, asked);
        });
    }

    @PostMapping("/{grant}/ending")
    @Operation(summary = "Take a post away, at once or after a last day")
    ResponseEntity<Done> end(
            Scope scope,
            SignedIn who,
            CurrentUser user,
            HttpServletRequest request,
            @PathVariable UUID account,
            @PathVariable UUID grant,
            @RequestBody EndingBody body) {
        steps.requireFor(who, scope, account);
        return posting.changed(scope, request, body, () -> {
            delegation.end(scope, user.role(), account, grant, body.until());
            return address(scope, account);
        });
    }

    private static String address(Scope scope, UUID account) {
        return ApiAccountsController.address(scope, account) + "/grants";
    }
}

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
import org.yijitong.access.GivenPost;
import org.yijitong.access.Places;
import org.yijitong.access.RosterAccounts;
import org.yijitong.access.SignedIn;
import org.yijitong.access.TwoSteps;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.CurrentUser;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** Opening the accounts of a branch at once, for programs. */
@RestController
@RequestMapping("/api/v1/units/{unit}/organizations/{organization}/invitations")
@Tag(name = "accounts")
class ApiInvitationsController {
    private final RosterAccounts accounts;
    private final Places places;
    private final TwoSteps steps;
    private final Told told;

    ApiInvitationsController(RosterAccounts accounts, Places places, TwoSteps steps, Told told) {
        this.accounts = accounts;
        this.places = places;
        this.steps = steps;
        this.told = told;
    }

    /** One of the roster. */
    record InviteeView(UUID id, String name) {}

    /** Whom to invite, and to what post from today on. {@code until}: its last day. */
    record InvitationBody(
            @Nullable String role,
            @Nullable List<UUID> person,
            @Nullable LocalDate until) {}

    /** An account that was opened. {@code name}: what {@code person} types; {@code code}: good for seven days. */
    record InvitationView(String person, String name, String code) {}

    /** What was opened. {@code href}: those of the branch who have no account yet; {@code invitations}: null when asked for again. */
    record InvitationsView(String href, @Nullable List<InvitationView> invitations) {}

    @GetMapping
    @Operation(summary = "Those of a branch who have no account yet, in the order of the roster; at most 200")
    List<InviteeView> without(Scope scope, @PathVariable UUID organization) {
        requireWithin(scope, organization);
        return accounts.without(scope, new OrganizationId(organization)).stream()
                .map(row -> new InviteeView(row.personId().value(), row.name()))
                .toList();
    }

    @PostMapping
    @Operation(
            summary = "Open accounts for some of a branch, each with the same ordinary post and a one-time code",
            description = "The codes are told in this answer and in no other: the same request again has none")
    ResponseEntity<InvitationsView> open(
            Scope scope,
            SignedIn who,
            CurrentUser user,
            HttpServletRequest request,
            @PathVariable UUID organization,
            @RequestBody InvitationBody body) {
        requireWithin(scope, organization);
        List<UUID> people = Objects.requireNonNullElse(body.person(), List.of());
        if (people.size() > RosterAccounts.MOST || people.stream().anyMatch(Objects::isNull)) {
            throw new Invalid("person", "api.invalid.some");
        }
        String role = ApiAccountsController.text(body.role());
        steps.requireToGive(who, role);
        return told.once(
                scope,
                request,
                body,
                () -> accounts.open(
                        scope,
                        user.role(),
                        people.stream().map(PersonId::new).toList(),
                        new GivenPost.Asked(role, organization, body.until())),
                opened -> "/api/v1/units/" + scope.unit() + "/organizations/" + organization + "/invitations",
                ApiInvitationsController::view);
    }

    private void requireWithin(Scope scope, UUID organization) {
        if (places.of(scope).stream().noneMatch(place -> place.organization().equals(organization))) {
            throw new NotFound();
        }
    }

    private static InvitationsView view(String href, @Nullable List<RosterAccounts.Opened> opened) {
        return new InvitationsView(
                href,
                opened == null
                        ? null
                        : opened.stream()
                                .map(each -> new InvitationView(each.person(), each.name(), each.code()))
                                .toList());
    }
}

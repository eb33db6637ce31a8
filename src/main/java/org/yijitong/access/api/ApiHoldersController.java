package org.yijitong.access.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yijitong.access.Accounts;
import org.yijitong.access.Holders;
import org.yijitong.access.SignedIn;
import org.yijitong.access.TwoSteps;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.RosterRow;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Tags;

/** Who of the roster holds an account, for programs. */
@RestController
@RequestMapping("/api/v1/units/{unit}/accounts/{account}/person")
@Tag(name = "accounts")
class ApiHoldersController {
    private final Accounts accounts;
    private final Holders holders;
    private final TwoSteps steps;
    private final Tags tags;

    ApiHoldersController(Accounts accounts, Holders holders, TwoSteps steps, Tags tags) {
        this.accounts = accounts;
        this.holders = holders;
        this.steps = steps;
        this.tags = tags;
    }

    /** Both are null where nobody of the roster holds it. */
    record HolderView(@Nullable UUID person, @Nullable String name) {}

    /** Nobody of the roster when absent. */
    record HolderBody(@Nullable UUID person) {}

    @GetMapping
    @Operation(summary = "Who of the roster holds an account")
    ResponseEntity<HolderView> of(Scope scope, @PathVariable UUID account) {
        return tags.answer(view(scope, account));
    }

    @PutMapping
    @Operation(summary = "Say who of the roster holds an account; needs the ETag that was read in If-Match")
    ResponseEntity<HolderView> say(
            Scope scope,
            SignedIn who,
            @PathVariable UUID account,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String read,
            @RequestBody HolderBody body) {
        steps.requireFor(who, scope, account);
        tags.require(read, view(scope, account));
        holders.say(scope, account, body.person() == null ? null : new PersonId(body.person()));
        return tags.answer(view(scope, account));
    }

    private HolderView view(Scope scope, UUID account) {
        accounts.one(scope, account);
        Optional<RosterRow> holder = holders.of(scope, account);
        return new HolderView(
                holder.map(row -> row.personId().value()).orElse(null),
                holder.map(RosterRow::name).orElse(null));
    }
}

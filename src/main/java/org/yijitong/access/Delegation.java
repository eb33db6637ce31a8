package org.yijitong.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/**
 * Gives posts and takes them away. Nobody gives more than they hold: only roles that the policy file lets them give, only
 * within their own subtree, for no longer than their own post lasts, and never to themselves. Of the roles that the file
 * keeps apart, such as the three administrators of GB/T 22239-2019 §8.1.4.2, no account holds two.
 */
@Component
@Transactional
public class Delegation {
    /** The last year in which a post may end. */
    private static final int LATEST = 2200;

    private final AccountStore accounts;
    private final GrantStore store;
    private final Places places;
    private final Policy policy;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Uuid7 ids;
    private final Days days;

    Delegation(
            AccountStore accounts,
            GrantStore store,
            Places places,
            Policy policy,
            Audit audit,
            ApplicationEventPublisher events,
            Uuid7 ids,
            Days days) {
        this.accounts = accounts;
        this.store = store;
        this.places = places;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.days = days;
    }

    /**
     * The posts an account holds or will hold in the unit.
     *
     * @throws NotFound if another unit looks after the account
     */
    @Transactional(readOnly = true)
    public List<GivenPost> of(Scope scope, UUID account) {
        requireCared(scope, account);
        return store.posts(account, days.today()).stream()
                .filter(held -> held.unitId().equals(scope.unit()))
                .map(GrantStore.Held::post)
                .toList();
    }

    /**
     * Gives a post, from today.
     *
     * @param actingRole the role of the post by which it is given
     * @return the id of the grant
     * @throws NotFound if another unit looks after the account
     * @throws Invalid on {@code role}, {@code organization} or {@code until}
     * @throws Refused for one's own account
     */
    public UUID give(Scope scope, String actingRole, UUID account, GivenPost.Asked asked) {
        requireCared(scope, account);
        if (account.equals(scope.account())) {
            throw new Refused("access.grants.self");
        }
        UUID organization = check(scope, actingRole, asked);
        accounts.lock(account);
        List<GrantStore.Held> present = store.posts(account, days.today());
        requireApart(present.stream().map(GrantStore.Held::role).collect(Collectors.toSet()), asked.role());
        if (present.stream().anyMatch(held -> held.is(asked.role(), scope.unit(), organization))) {
            throw new Invalid("role", "access.grants.already");
        }
        Grant grant = new Grant(asked.role(), scope.unit(), organization);
        LocalDate end = asked.end();
        GrantStore.Row added = row(account, grant);
        store.add(List.of(added), days.today(), end);
        audit.record(
                scope,
                "account.post-given",
                "account",
                account,
                Map.of("role", asked.role(), "organization", organization, "end", end.toString()));
        events.publishEvent(new GrantsChanged(scope.unit(), Set.of(asked.role())));
        return added.grantId();
    }

    /**
     * A post that may be given to many at once, as a pattern: an ordinary one, of a branch.
     *
     * @throws Invalid on {@code role}, {@code organization} or {@code until}
     */
    GrantStore.Row ordinary(Scope scope, String actingRole, GivenPost.Asked asked) {
        UUID organization = check(scope, actingRole, asked);
        if (policy.apart(asked.role()).isPresent() || policy.wholeUnit(asked.role()) || policy.limited(asked.role())) {
            throw new Invalid("role", "access.account.role.wrong");
        }
        return row(Accounts.NOBODY, new Grant(asked.role(), scope.unit(), organization));
    }

    /** Whether a role is given with a last day only. */
    boolean limited(String role) {
        return policy.limited(role);
    }

    /** The organization at which the post will hold, if all of it may be given. */
    private UUID check(Scope scope, String actingRole, GivenPost.Asked asked) {
        if (!policy.gives(actingRole, asked.role())) {
            throw new Invalid("role", "access.account.role.wrong");
        }
        UUID organization = policy.wholeUnit(asked.role())
                ? store.root(scope.unit()).orElseThrow(NotFound::new)
                : asked.organization();
        if (places.of(scope).stream().noneMatch(place -> place.organization().equals(organization))) {
            throw policy.wholeUnit(asked.role())
                    ? new Invalid("role", "access.account.role.wrong")
                    : new Invalid("organization", "access.account.organization.wrong");
        }
        LocalDate own = store.end(scope, actingRole, days.today()).orElseThrow(NotFound::new);
        LocalDate until = asked.until();
        requireDay(until);
        if (until == null && policy.limited(asked.role())) {
            throw new Invalid("until", "access.grants.until.limited");
        }
        LocalDate latest = days.today().plusYears(1);
        if (until != null && policy.limited(asked.role()) && until.isAfter(latest)) {
            throw new Invalid("until", "access.grants.until.year", latest.toString());
        }
        if (!own.equals(Days.FOREVER) && (until == null || !until.isBefore(own))) {
            throw new Invalid(
                    "until", "access.grants.until.own", own.minusDays(1).toString());
        }
        return organization;
    }

    private void requireDay(@Nullable LocalDate until) {
        if (until != null && until.isBefore(days.today())) {
            throw new Invalid("until", "access.grants.until.past");
        }
        if (until != null && until.getYear() > LATEST) {
            throw new Invalid("until", "access.grants.until.wrong");
        }
    }

    private void requireApart(Set<String> held, String role) {
        boolean apart = policy.apart(role)
                .filter(word -> held.stream()
                        .anyMatch(each -> !each.equals(role)
                                && policy.apart(each).filter(word::equals).isPresent()))
                .isPresent();
        if (apart) {
            throw new Invalid("role", "access.grants.apart");
        }
    }

    /** Takes a post away, from this moment on; otherwise as with a last day. */
    public void end(Scope scope, String actingRole, UUID account, UUID grant) {
        end(scope, actingRole, account, grant, null);
    }

    /**
     * Takes a post away.
     *
     * @param last the last day on which it holds, earlier than it would have been; null for this moment
     * @throws Invalid on {@code until}, which is the last day
     * @throws NotFound if the account holds no such post in the unit
     * @throws Refused for one's own account, or if one could not have given it
     */
    public void end(Scope scope, String actingRole, UUID account, UUID grant, @Nullable LocalDate last) {
        GivenPost post = of(scope, account).stream()
                .filter(held -> held.grantId().equals(grant))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (account.equals(scope.account())) {
            throw new Refused("access.grants.self");
        }
        if (!policy.gives(actingRole, post.role())) {
            throw new Refused("access.account.above");
        }
        requireDay(last);
        LocalDate present = post.until();
        if (last != null && present != null && !last.isBefore(present)) {
            throw new Invalid("until", "access.grants.until.longer");
        }
        LocalDate end = last == null ? days.today() : last.plusDays(1);
        store.end(scope.unit(), account, grant, end);
        audit.record(scope, "account.grant-ended", "grant", grant, Map.of("role", post.role(), "end", end.toString()));
        events.publishEvent(new GrantsChanged(scope.unit(), Set.of(post.role())));
    }

    /** Tells what an account that was suspended, or may sign in again, holds in a unit. */
    void moved(Scope scope, UUID account) {
        events.publishEvent(new GrantsChanged(
                scope.unit(), of(scope, account).stream().map(GivenPost::role).collect(Collectors.toSet())));
    }

    /**
     * Whoever acts on an account must be the one who looks after it, and for the account of an administrator one who
     * could make such an administrator: a one-time code for it is as good as the account.
     *
     * @throws NotFound if another unit looks after the account
     * @throws Refused if it holds a role kept apart that the acting account cannot give
     */
    void requireCare(Scope scope, UUID account) {
        requireCared(scope, account);
        Set<String> mine = store.list(scope.account(), days.today()).stream()
                .filter(held -> held.unitId().equals(scope.unit()))
                .map(HeldGrant::role)
                .collect(Collectors.toSet());
        boolean above = store.posts(account, days.today()).stream()
                .map(GrantStore.Held::role)
                .filter(role -> policy.apart(role).isPresent())
                .anyMatch(role -> mine.stream().noneMatch(own -> policy.gives(own, role)));
        if (above && !account.equals(scope.account())) {
            throw new Refused("access.account.above");
        }
    }

    private void requireCared(Scope scope, UUID account) {
        if (!accounts.cared(scope.unit(), account)) {
            throw new NotFound();
        }
    }

    /** Gives a post of the demonstration world, or of the first start: no person's act. Limited ones end after a year. */
    void start(UUID account, Grant held) {
        Set<String> present = store.posts(account, days.today()).stream()
                .map(GrantStore.Held::role)
                .collect(Collectors.toSet());
        requireApart(present, known(held.role()));
        LocalDate end = policy.limited(held.role()) ? days.today().plusYears(1) : Days.FOREVER;
        store.add(List.of(row(account, held)), days.today(), end);
    }

    /** @throws IllegalArgumentException if the policy file has no such role */
    private String known(String role) {
        policy.nameOf(role);
        return role;
    }

    private GrantStore.Row row(UUID account, Grant held) {
        String place = places.name(held.unit(), held.organization())
                .orElseThrow(() -> new Invalid("organization", "access.account.organization.wrong"));
        return new GrantStore.Row(account, ids.next(), held.role(), held.unit(), held.organization(), place);
    }
}

package org.yijitong.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.RosterFilter;
import org.yijitong.organization.RosterRow;
import org.yijitong.organization.Rosters;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Who of the roster holds an account, so that people can speak for themselves: ask for leave, see what is theirs. */
@Component
@Transactional
public class Holders {
    private static final int NAMESAKES = 20;

    private final HolderStore store;
    private final AccountStore accounts;
    private final Rosters rosters;
    private final Delegation delegation;
    private final Audit audit;
    private final Clock clock;

    Holders(
            HolderStore store,
            AccountStore accounts,
            Rosters rosters,
            Delegation delegation,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.rosters = rosters;
        this.delegation = delegation;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who acts, if they stand in the roster of the unit in which they act. */
    @Transactional(readOnly = true)
    public Optional<PersonId> self(Scope scope) {
        return store.person(scope.unit(), scope.account());
    }

    /** Who holds an account of the unit. */
    @Transactional(readOnly = true)
    public Optional<RosterRow> of(Scope scope, UUID account) {
        return store.person(scope.unit(), account).flatMap(person -> rosters.row(scope, person));
    }

    /** Those of the roster whose names contain what is asked; at most 20. */
    @Transactional(readOnly = true)
    public List<RosterRow> named(Scope scope, String name) {
        return name.isBlank()
                ? List.of()
                : rosters.page(scope, new RosterFilter(name, null, null, null), "", NAMESAKES)
                        .rows();
    }

    /**
     * Says who holds an account.
     *
     * @param person nobody of the roster if absent
     * @throws NotFound if another unit looks after the account
     * @throws Invalid on {@code person}, who is not in the roster
     * @throws Refused for one's own account: it would open what is held on somebody to whoever looks after accounts
     */
    public void say(Scope scope, UUID account, @Nullable PersonId person) {
        if (!accounts.cared(scope.unit(), account)) {
            throw new NotFound();
        }
        if (account.equals(scope.account())) {
            throw new Refused("access.holder.own");
        }
        if (person != null && rosters.row(scope, person).isEmpty()) {
            throw new Invalid("person", "access.holder.wrong");
        }
        store.add(scope, account, person, clock.instant());
        audit.record(
                scope,
                "account.holder",
                "account",
                account,
                person == null ? Map.of() : Map.of("person", person.toString()));
        delegation.moved(scope, account);
    }

    /** Says that the only one of that name within reach holds an account; nothing where there is none, or are several. */
    public void match(Scope scope, UUID account, String name) {
        List<RosterRow> same = named(scope, name).stream()
                .filter(row -> row.name().equals(name))
                .toList();
        if (same.size() == 1) {
            say(scope, account, same.getFirst().personId());
        }
    }
}

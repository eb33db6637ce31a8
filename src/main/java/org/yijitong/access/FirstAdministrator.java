package org.yijitong.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/**
 * Lets the first administrator of a unit in, of whom nobody can be asked for an account. Whoever sits at the server does that
 * once; from then on administrators open accounts, and the server's console opens none.
 */
@Component
@Transactional
public class FirstAdministrator {
    private static final String ROLE = "administrator";

    /** Who can help others in. */
    private static final List<String> HELPERS = List.of(ROLE, "system");

    private static final Duration CODE_LIFE = Duration.ofHours(24);

    private final AccountStore accounts;
    private final GrantStore grants;
    private final Delegation delegation;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;
    private final Days days;

    FirstAdministrator(
            AccountStore accounts,
            GrantStore grants,
            Delegation delegation,
            Audit audit,
            Uuid7 ids,
            Clock clock,
            Days days) {
        this.accounts = accounts;
        this.grants = grants;
        this.delegation = delegation;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Opens the account, or, as long as its holder has not chosen a password, issues another code; earlier ones lose their
     * use.
     *
     * @return the one-time code for 24 hours, shown once; nothing when the unit has somebody already who can let others in
     * @throws Invalid when the name cannot be used, or is that of another account
     */
    public Optional<String> open(UnitId unit, UUID top, String name) {
        accounts.lockUnit(unit);
        if (grants.holds(unit, HELPERS, days.today())) {
            return Optional.empty();
        }
        Scope scope = new Scope(Accounts.NOBODY, unit, top);
        UUID account = accounts.awaiting(unit, SignIn.key(name)).orElseGet(() -> make(scope, name));
        Secret code = Secret.code();
        accounts.voidCodes(account, clock.instant());
        accounts.addCode(
                code.hash(), account, account, clock.instant(), clock.instant().plus(CODE_LIFE));
        audit.record(scope, "account.code-issued", "account", account, Map.of("console", true));
        return Optional.of(code.text());
    }

    private UUID make(Scope scope, String name) {
        NewAccount made = new NewAccount(name, name);
        made.check();
        UUID account = ids.next();
        if (!accounts.add(account, made, scope.unit(), null, true, clock.instant())) {
            throw new Invalid("name", "access.account.name.taken");
        }
        delegation.start(account, new Grant(ROLE, scope.unit(), scope.top()));
        audit.record(scope, "account.created", "account", account, Map.of("role", ROLE, "console", true));
        return account;
    }
}

package org.yijitong.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/** The accounts: made, suspended and helped back in by the administrator of their unit. */
@Component
@Transactional
public class Accounts {
    /** Who acts when no person does: the first start and the demonstration world. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final Duration CODE_LIFE = Duration.ofHours(24);

    private final AccountStore store;
    private final Delegation delegation;
    private final Holders holders;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;
    private final Days days;

    Accounts(
            AccountStore store,
            Delegation delegation,
            Holders holders,
            Sessions sessions,
            Passwords passwords,
            Audit audit,
            Uuid7 ids,
            Clock clock,
            Days days) {
        this.store = store;
        this.delegation = delegation;
        this.holders = holders;
        this.sessions = sessions;
        this.passwords = passwords;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.days = days;
    }

    /**
     * Makes an account with a password, for the first start and the demonstration world; no person's act.
     *
     * @param held at least one grant; the unit of the first looks after the account
     * @return its id
     * @throws Invalid if the name is taken, or name or password cannot be used
     */
    public UUID create(String name, String displayName, String password, List<Grant> held) {
        NewAccount made = new NewAccount(name, displayName);
        made.check();
        passwords.check(password, name);
        UUID account = add(made, held.getFirst().unit(), passwords.hash(password), false);
        grant(account, held);
        audit.identity(account, "account.created", Map.of("name", name));
        return account;
    }

    /**
     * An account that was made.
     *
     * @param code the one-time code, shown once
     */
    public record Invitation(UUID account, String code) {}

    /**
     * Makes an account in the acting administrator's unit. Its holder chooses the password with the one-time code, and is
     * taken for the one of that name in the roster, if there is just one; whoever gets no post yet, or one for a time, such
     * as a judge, may be from elsewhere and is taken for nobody.
     *
     * @param asked its first post, or null for none yet
     */
    public Invitation create(Scope scope, String actingRole, NewAccount made, GivenPost.@Nullable Asked asked) {
        made.check();
        UUID account = add(made, scope.unit(), null, true);
        if (asked != null) {
            delegation.give(scope, actingRole, account, asked);
        }
        UUID place = asked == null ? scope.top() : asked.organization();
        if (asked != null && !delegation.limited(asked.role())) {
            holders.match(new Scope(scope.account(), scope.unit(), place), account, made.displayName());
        }
        audit.record(scope, "account.created", "account", account, Map.of("role", asked == null ? "" : asked.role()));
        return new Invitation(account, code(scope, account));
    }

    private void grant(UUID account, List<Grant> held) {
        held.forEach(each -> delegation.start(account, each));
    }

    private UUID add(NewAccount made, UnitId home, @Nullable String hash, boolean mustChange) {
        UUID account = ids.next();
        if (!store.add(account, made, home, hash, mustChange, clock.instant())) {
            throw new Invalid("name", "access.account.name.taken");
        }
        return account;
    }

    /**
     * The name of an account's holder as shown.
     *
     * @throws NotFound if another unit looks after the account
     */
    @Transactional(readOnly = true)
    public String displayName(Scope scope, UUID account) {
        requireCared(scope, account);
        return store.names(List.of(account)).getFirst().displayName();
    }

    /** Up to {@code limit} accounts of the unit, by name, after a name (empty for the first page). */
    @Transactional(readOnly = true)
    public List<Account> list(Scope scope, String after, int limit) {
        return store.list(scope.unit(), days.today(), SignIn.key(after), limit);
    }

    /**
     * One account of the unit.
     *
     * @throws NotFound if another unit looks after it
     */
    @Transactional(readOnly = true)
    public Account one(Scope scope, UUID account) {
        return store.one(scope.unit(), days.today(), account).orElseThrow(NotFound::new);
    }

    /**
     * Issues a one-time code for 24 hours; earlier ones lose their use. The old password goes on working until the
     * holder has chosen a new one, so that a code issued by mistake locks nobody out.
     *
     * @return the code, shown once
     * @throws NotFound if another unit looks after the account
     */
    public String issueCode(Scope scope, UUID account) {
        delegation.requireCare(scope, account);
        return code(scope, account);
    }

    private void requireCared(Scope scope, UUID account) {
        if (!store.cared(scope.unit(), account)) {
            throw new NotFound();
        }
    }

    private String code(Scope scope, UUID account) {
        Secret code = Secret.code();
        store.voidCodes(account, clock.instant());
        store.addCode(
                code.hash(),
                account,
                scope.account(),
                clock.instant(),
                clock.instant().plus(CODE_LIFE));
        audit.record(scope, "account.code-issued", "account", account, Map.of());
        return code.text();
    }

    /** Whether an account was opened by another, or got a one-time code from it in the last half year: it may be one person. */
    @Transactional(readOnly = true)
    public boolean inHandsOf(UUID account, UUID other) {
        return store.coded(other, account);
    }

    /**
     * Suspends an account: its sessions end, its tokens rest, and it cannot sign in.
     *
     * @throws Refused for one's own account
     */
    public void suspend(Scope scope, UUID account) {
        delegation.requireCare(scope, account);
        if (account.equals(scope.account())) {
            throw new Refused("access.account.suspend.self");
        }
        if (store.setDisabled(scope.unit(), account, clock.instant())) {
            sessions.endOthers(account, null);
            store.voidCodes(account, clock.instant());
            audit.record(scope, "account.suspended", "account", account, Map.of());
            delegation.moved(scope, account);
        }
    }

    /** Ends every session of an account, as when a telephone is lost. Its tokens and its password stay. */
    public void signOut(Scope scope, UUID account) {
        delegation.requireCare(scope, account);
        sessions.endOthers(account, null);
        audit.record(scope, "account.signed-out", "account", account, Map.of());
    }

    /** Lets a suspended account sign in again. */
    public void reinstate(Scope scope, UUID account) {
        delegation.requireCare(scope, account);
        if (store.setDisabled(scope.unit(), account, null)) {
            audit.record(scope, "account.reinstated", "account", account, Map.of());
            delegation.moved(scope, account);
        }
    }
}

package org.yijitong.access;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;

/** Choosing a new password for oneself. The hashes take their time outside any transaction. */
@Component
public class OwnPassword {
    private final AccountStore store;
    private final Passwords passwords;
    private final Guesses guesses;
    private final Sessions sessions;
    private final IdentityTieStore ties;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    OwnPassword(
            AccountStore store,
            Passwords passwords,
            Guesses guesses,
            Sessions sessions,
            IdentityTieStore ties,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.guesses = guesses;
        this.sessions = sessions;
        this.ties = ties;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Chooses a new password; every other session of the account ends.
     *
     * @param current the old one; not looked at after signing in with a one-time code
     * @throws Invalid on {@code current} or {@code password}
     * @throws TooMany if the old one was wrong too often, so that a session left open is no place to find it out
     */
    public void change(SignedIn who, String current, String password) {
        AccountStore.Own own = store.own(who.account()).orElseThrow(NotFound::new);
        if (!own.mustChange()
                && !guesses.right("password", who.account(), () -> passwords.matches(current, own.passwordHash()))) {
            throw new Invalid("current", "access.password.current.wrong");
        }
        passwords.check(password, own.name());
        String hash = passwords.hash(password);
        transaction.executeWithoutResult(status -> {
            store.setPassword(who.account(), hash);
            store.voidCodes(who.account(), clock.instant());
            sessions.endOthers(who.account(), who.session());
            audit.identity(who.account(), "account.password-changed", Map.of());
            if (own.mustChange() && ties.remove(who.account())) {
                // Whoever had the old password may have tied an identity of their own.
                audit.identity(who.account(), "identity.disconnected", Map.of());
            }
        });
    }
}

package org.yijitong.access;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.audit.Audit;

/**
 * Lets a person in by name and password, or by name and one-time code. An unknown name, a wrong password and a suspended
 * account get the same answer after the same work. Where a second step is set up, the session is good for nothing but
 * that step.
 */
@Component
public class SignIn {
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Sessions sessions;
    private final FactorStore factors;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    SignIn(
            AccountStore accounts,
            Passwords passwords,
            Throttle throttle,
            Sessions sessions,
            FactorStore factors,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.factors = factors;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Where a request comes from.
     *
     * @param address of the network
     * @param device what the browser calls itself
     * @param kind browser and system, or nothing where they are not known
     */
    public record Visitor(String address, String device, String kind) {}

    /**
     * Tries a name with a password or one-time code. The comparison takes its time outside any transaction.
     *
     * @param visitor where the request came from
     * @return the secret of the new session's cookie; nothing if the two do not belong together
     * @throws TooMany if there were too many wrong attempts
     * @throws Busy if too many sign in at this moment
     */
    public Optional<String> attempt(String name, String password, Visitor visitor) {
        byte[] nameHash = new Secret(key(name)).hash();
        // First, so that whoever is held takes nobody's place in line.
        UUID attempt = throttle.open(nameHash, visitor.address(), visitor.kind());
        try {
            return passwords.inLine(() -> tried(name, password, visitor, attempt));
        } catch (Busy busy) {
            throttle.forget(attempt);
            throw busy;
        }
    }

    private Optional<String> tried(String name, String password, Visitor visitor, UUID attempt) {
        Optional<AccountStore.Credential> found = accounts.credential(key(name));
        @Nullable String hash = found.map(AccountStore.Credential::passwordHash).orElse(null);
        boolean matches = passwords.matches(password, hash);
        return transaction.execute(status -> {
            boolean byCode = accounts.useCode(
                    found.map(AccountStore.Credential::accountId).orElse(Accounts.NOBODY),
                    new Secret(password.strip().toUpperCase(Locale.ROOT)).hash(),
                    clock.instant());
            Optional<UUID> account = found.filter(each -> !each.disabled() && (matches || byCode))
                    .map(AccountStore.Credential::accountId);
            if (account.isEmpty()) {
                throttle.failed(attempt);
                audit.identity(
                        found.map(AccountStore.Credential::accountId).orElse(null),
                        "sign-in.refused",
                        Map.of("address", visitor.address()));
                return Optional.<String>empty();
            }
            if (byCode) {
                accounts.requireChange(account.get());
            }
            throttle.succeeded(attempt, new Secret(key(name)).hash(), visitor.address());
            audit.identity(account.get(), "sign-in.done", Map.of("address", visitor.address(), "code", byCode));
            return Optional.of(sessions.open(
                    account.get(), visitor.device(), factors.find(account.get()).isPresent(), Session.Way.PASSWORD));
        });
    }

    /** A name as it is compared: one width (NFKC), lower case, no space around it. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}

package org.yijitong.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Hmac;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Keys;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/**
 * Which account belongs to which identity outside. Its holder ties the two, nobody else; an account has one, and an identity
 * has one account. The subject is kept as a keyed hash: some providers give a number of a person's papers as one.
 */
@Component
public class IdentityTies {
    /** The name of the key of the hashes. */
    static final String KEY = "outside-hash";

    private final IdentityTieStore store;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Guesses guesses;
    private final Delegation delegation;
    private final Sessions sessions;
    private final Keys keys;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    IdentityTies(
            IdentityTieStore store,
            AccountStore accounts,
            Passwords passwords,
            Guesses guesses,
            Delegation delegation,
            Sessions sessions,
            Keys keys,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.guesses = guesses;
        this.delegation = delegation;
        this.sessions = sessions;
        this.keys = keys;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * An account tied to an identity outside.
     *
     * @param issuer of the identity
     */
    public record Tie(String issuer, Instant connectedAt) {}

    public Optional<Tie> of(UUID account) {
        return store.find(account);
    }

    /**
     * Lets only the holder of the account go on.
     *
     * @throws Invalid on {@code password}
     * @throws TooMany if the password was wrong too often
     */
    void confirm(SignedIn who, String password) {
        AccountStore.Own own = accounts.own(who.account()).orElseThrow(NotFound::new);
        if (!guesses.right("password", who.account(), () -> passwords.matches(password, own.passwordHash()))) {
            throw new Invalid("password", "access.identity.password.wrong");
        }
    }

    /** Ties an account to an identity that was just proven; false if either is tied already. */
    boolean connect(UUID account, OutsideIdentity identity) {
        return transaction.execute(status -> {
            boolean added = owner(identity).isEmpty()
                    && store.add(account, identity.issuer(), hash(keys.key(KEY), identity), clock.instant());
            if (added) {
                audit.identity(account, "identity.connected", Map.of("issuer", identity.issuer()));
            }
            return added;
        });
    }

    Optional<IdentityTieStore.Owner> owner(OutsideIdentity identity) {
        List<byte[]> hashes = Stream.concat(Stream.of(keys.key(KEY)), keys.earlier(KEY).stream())
                .map(key -> hash(key, identity))
                .toList();
        return store.owner(identity.issuer(), hashes);
    }

    /**
     * Cuts one's own tie. The password that confirms it is the way in that remains. Every other session ends.
     *
     * @throws Invalid on {@code password}
     * @throws NotFound if there is none
     */
    public void disconnect(SignedIn who, String password) {
        confirm(who, password);
        transaction.executeWithoutResult(status -> {
            if (!store.remove(who.account())) {
                throw new NotFound();
            }
            sessions.endOthers(who.account(), who.session());
            audit.identity(who.account(), "identity.disconnected", Map.of());
        });
    }

    /**
     * Cuts somebody's tie, as when the identity fell into other hands. An administrator's act; every session of the account
     * ends, and its holder signs in by password.
     *
     * @throws NotFound if another unit looks after the account, or it has none
     * @throws Refused for one's own account, whose page asks for the password
     */
    public void cut(Scope scope, UUID account) {
        if (account.equals(scope.account())) {
            throw new Refused("access.identity.cut.self");
        }
        transaction.executeWithoutResult(status -> {
            delegation.requireCare(scope, account);
            if (!store.remove(account)) {
                throw new NotFound();
            }
            sessions.endOthers(account, null);
            audit.record(scope, "account.identity-removed", "account", account, Map.of());
        });
    }

    private static byte[] hash(byte[] key, OutsideIdentity identity) {
        String whole = identity.issuer().length() + ":" + identity.issuer() + identity.subject();
        return Hmac.of(key, whole.getBytes(StandardCharsets.UTF_8));
    }
}

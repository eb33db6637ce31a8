package org.yijitong.access;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.UriComponentsBuilder;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/**
 * The second step of signing in (OWASP ASVS 5.0, 6.3.3): a code of six digits that an authenticator on the phone shows, and
 * ten recovery codes for when it is not at hand. A code is taken once (6.5.1).
 */
@Component
public class Factors {
    private static final int RECOVERY_CODES = 10;

    private final FactorStore store;
    private final FactorVault vault;
    private final FactorRule rule;
    private final Guesses guesses;
    private final AccountStore accounts;
    private final Grants grants;
    private final Delegation delegation;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    Factors(
            FactorStore store,
            FactorVault vault,
            FactorRule rule,
            Guesses guesses,
            AccountStore accounts,
            Grants grants,
            Delegation delegation,
            Sessions sessions,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.vault = vault;
        this.rule = rule;
        this.guesses = guesses;
        this.accounts = accounts;
        this.grants = grants;
        this.delegation = delegation;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A second step that is set up.
     *
     * @param left how many recovery codes are unused
     */
    public record State(Instant since, long left) {}

    /**
     * A secret to put into an authenticator.
     *
     * @param sealed the secret as the page carries it back
     * @param secret the same for typing, in groups of four
     * @param address the same as a picture holds it (otpauth)
     */
    public record Offer(String sealed, String secret, String address) {}

    public Optional<State> of(UUID account) {
        return store.find(account).map(kept -> new State(kept.setAt(), kept.left()));
    }

    /** Whether one of the account's posts asks for it. */
    public boolean required(UUID account) {
        return grants.of(account).stream().map(HeldGrant::role).anyMatch(rule.roles()::contains);
    }

    /**
     * Offers a secret; nothing is kept yet.
     *
     * @param carried the one that was offered before, if it was
     * @param issuer the name of this product, shown by the authenticator
     */
    public Offer offer(SignedIn who, String carried, String issuer) {
        String sealed = vault.carried(who.account(), carried).isPresent() ? carried : vault.fresh(who.account());
        String secret = Totp.base32(vault.carried(who.account(), sealed).orElseThrow(IllegalStateException::new));
        String name = accounts.own(who.account()).orElseThrow(NotFound::new).name();
        String address = UriComponentsBuilder.fromUriString("otpauth://totp/{issuer}:{name}")
                .queryParam("secret", secret)
                .queryParam("issuer", "{issuer}")
                .encode()
                .buildAndExpand(Map.of("issuer", issuer, "name", name))
                .toUriString();
        return new Offer(sealed, secret.replaceAll("(.{4})(?=.)", "$1 "), address);
    }

    /**
     * Sets the second step up, once a code has shown that the secret arrived. Every other session of the account ends.
     *
     * @return the recovery codes, shown once
     * @throws Invalid on {@code code}
     * @throws Refused if there is one already
     */
    public List<String> set(SignedIn who, String sealed, String code) {
        byte[] secret =
                vault.carried(who.account(), sealed).orElseThrow(() -> new Invalid("code", "access.factor.code.wrong"));
        OptionalLong step = Totp.match(secret, code.strip(), clock.instant());
        if (step.isEmpty()) {
            throw new Invalid("code", "access.factor.code.wrong");
        }
        return transaction.execute(status -> {
            if (!store.add(who.account(), vault.bytes(sealed), step.getAsLong(), clock.instant())) {
                throw new Refused("access.factor.already");
            }
            sessions.endOthers(who.account(), who.session());
            audit.identity(who.account(), "factor.set", Map.of());
            return codes(who.account());
        });
    }

    private List<String> codes(UUID account) {
        List<String> codes = Stream.generate(() -> Secret.code().text())
                .limit(RECOVERY_CODES)
                .toList();
        store.removeCodes(account);
        store.addCodes(
                account, codes.stream().map(code -> vault.hash(account, code)).toList());
        return codes;
    }

    /**
     * Makes the recovery codes anew; the old ones lose their use.
     *
     * @return the codes, shown once
     * @throws Invalid on {@code code}
     */
    public List<String> renewCodes(SignedIn who, String code) {
        prove(who, code);
        return transaction.execute(status -> {
            audit.identity(who.account(), "factor.codes-renewed", Map.of());
            return codes(who.account());
        });
    }

    /**
     * Signs in by the password alone from now on.
     *
     * @throws Invalid on {@code code}
     * @throws Refused if a post of the account asks for it
     */
    public void remove(SignedIn who, String code) {
        if (required(who.account())) {
            throw new Refused("access.factor.required");
        }
        prove(who, code);
        transaction.executeWithoutResult(status -> {
            store.remove(who.account());
            audit.identity(who.account(), "factor.removed", Map.of());
        });
    }

    private void prove(SignedIn who, String code) {
        if (!right(who.account(), code)) {
            throw new Invalid("code", "access.second.wrong");
        }
    }

    /** Whether a code of the authenticator, or a recovery code, is right; it is used up by that. */
    private boolean right(UUID account, String typed) {
        return guesses.right("code", account, () -> take(account, typed));
    }

    private boolean take(UUID account, String typed) {
        Optional<FactorStore.Kept> kept = store.find(account);
        if (kept.isEmpty()) {
            return false;
        }
        byte[] secret = vault.open(account, HexFormat.of().parseHex(kept.get().sealed()));
        OptionalLong step = Totp.match(secret, typed.strip(), clock.instant());
        return step.isPresent()
                ? store.take(account, step.getAsLong())
                : store.takeCode(account, vault.hashes(account, typed), clock.instant());
    }

    /**
     * Takes the second step of a sign-in.
     *
     * @return the secret of the session's new cookie; nothing if the code is wrong or was used before
     * @throws TooMany if there were too many wrong codes
     */
    public Optional<String> pass(SignedIn who, String typed) {
        boolean right = right(who.account(), typed);
        return transaction.execute(status -> {
            audit.identity(who.account(), right ? "sign-in.code-done" : "sign-in.code-refused", Map.of());
            return right ? Optional.of(sessions.pass(who)) : Optional.<String>empty();
        });
    }

    /**
     * Lets someone who has lost phone and recovery codes sign in by the password alone, to set the second step up anew. An
     * administrator's act; every session of the account ends.
     *
     * @throws NotFound if another unit looks after the account, or it has none
     * @throws Refused for one's own account
     */
    public void reset(Scope scope, UUID account) {
        if (account.equals(scope.account())) {
            throw new Refused("access.factor.reset.self");
        }
        transaction.executeWithoutResult(status -> {
            delegation.requireCare(scope, account);
            if (!store.remove(account)) {
                throw new NotFound();
            }
            sessions.endOthers(account, null);
            audit.record(scope, "account.factor-reset", "account", account, Map.of());
        });
    }
}

package org.yijitong.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Refused;

/**
 * Lets a person in who has proven to the identity provider outside who they are, if their account is tied to that identity,
 * and ties it. An account is never found by a name or an address of mail, and none is made. A second step that is set up is
 * asked for as after a password: the provider's word stands in for the password and nothing else.
 */
@Component
public class OutsideSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideSignIn.class);

    private final IdentityProvider provider;
    private final DetourSeal seal;
    private final IdentityTies ties;
    private final Throttle throttle;
    private final Sessions sessions;
    private final FactorStore factors;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    OutsideSignIn(
            IdentityProvider provider,
            DetourSeal seal,
            IdentityTies ties,
            Throttle throttle,
            Sessions sessions,
            FactorStore factors,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.provider = provider;
        this.seal = seal;
        this.ties = ties;
        this.throttle = throttle;
        this.sessions = sessions;
        this.factors = factors;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A way that begins.
     *
     * @param address of the provider
     * @param carried what the browser has to bring back with the answer, within ten minutes
     */
    public record Out(String address, String carried) {}

    /** What came back: each empty where the provider did not say it (OpenID Connect Core 1.0, 3.1.2.5; RFC 9207). */
    public record Answer(String code, String state, String error, String issuer) {}

    /** How a way ended. */
    public sealed interface End {
        /**
         * Signed in.
         *
         * @param secret of the new session's cookie
         * @param to the page to go on to
         */
        record In(String secret, String to) implements End {}

        /** The account and the identity are tied. */
        record Connected() implements End {}

        /** Neither. */
        record Not(Why why) implements End {}
    }

    /** Why somebody did not come in. */
    public enum Why {
        /** The way was not begun in this browser, took too long, or has been gone already. */
        AGAIN,
        /** The person broke off, or the provider would not have them. */
        DENIED,
        /** What came back proves nothing. */
        WRONG,
        /** The provider did not answer. */
        AWAY,
        /** No account in use is tied to the identity. */
        UNKNOWN,
        /** To be tied, and one of the two is tied already. */
        TAKEN,
        /** To be tied, and the provider does not say that the person signed in there anew. */
        STALE
    }

    /**
     * Begins to sign in.
     *
     * @param base the address of this site
     * @param to a page of this site to go on to
     * @return nothing if the provider does not answer
     */
    public Optional<Out> begin(String base, String to) {
        return begin(base, to, null);
    }

    /**
     * Begins to tie one's own account to an identity.
     *
     * @return nothing if the provider does not answer
     * @throws Invalid on {@code password}
     * @throws Refused if the account is tied already
     */
    public Optional<Out> beginConnecting(SignedIn who, String password, String base) {
        ties.confirm(who, password);
        if (ties.of(who.account()).isPresent()) {
            throw new Refused("access.identity.already");
        }
        UUID session = Optional.ofNullable(who.session()).orElseThrow();
        return begin(base, "/account/identity", new Detour.Who(who.account(), session));
    }

    private Optional<Out> begin(String base, String to, Detour.@Nullable Who who) {
        return provider.known().map(known -> {
            ProviderWay.Out out = ProviderWay.begin(
                    known.registration(),
                    provider.settings().back(base),
                    to,
                    who,
                    clock.instant().plus(Detour.LONGEST));
            return new Out(out.address(), seal.close(out.detour()));
        });
    }

    /**
     * Ends a way.
     *
     * @param carried what the browser brought
     * @param who is signed in there, or null
     * @throws TooMany if too much came from there that proved nothing
     */
    public End end(String carried, Answer answer, @Nullable SignedIn who, SignIn.Visitor visitor) {
        Optional<Detour> found = seal.open(carried)
                .filter(way -> clock.instant().isBefore(way.until()))
                .filter(way -> same(way.state(), answer.state()))
                .filter(way -> mayGoOn(way, who));
        if (found.isEmpty()) {
            return new End.Not(Why.AGAIN);
        }
        if (!answer.error().isEmpty()) {
            return new End.Not(Why.DENIED);
        }
        if (answer.code().isEmpty() || !(answer.issuer().isEmpty() || provider.isNow(answer.issuer()))) {
            return new End.Not(Why.WRONG);
        }
        return prove(found.get(), answer.code(), visitor);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** To tie, only in the very session that confirmed the password. */
    private static boolean mayGoOn(Detour way, @Nullable SignedIn who) {
        return way.who() == null
                || (who != null
                        && who.due() == SignedIn.Due.NOTHING
                        && way.who().account().equals(who.account())
                        && way.who().session().equals(who.session()));
    }

    /** Each try to prove something counts for its address; the exchange takes its time outside any transaction. */
    private End prove(Detour way, String code, SignIn.Visitor visitor) {
        UUID attempt = throttle.open(new Secret("way " + way.state()).hash(), visitor.address(), visitor.kind());
        Optional<ProviderTalk.Known> known = provider.known();
        if (known.isEmpty()) {
            throttle.forget(attempt);
            return new End.Not(Why.AWAY);
        }
        try {
            ProviderWay.Proven proven = ProviderWay.end(known.get(), way, code, clock.instant());
            return way.who() == null
                    ? enter(way, proven.identity(), attempt, visitor)
                    : connect(way.who(), proven, attempt);
        } catch (Unproven unproven) {
            LOG.warn("an answer of the identity provider was not taken: {}", unproven.getMessage());
            if (unproven.forWantOfAnAnswer()) {
                throttle.forget(attempt);
                return new End.Not(Why.AWAY);
            }
            throttle.failed(attempt);
            return new End.Not(Why.WRONG);
        }
    }

    /** Whoever was signed in at the provider before may be somebody else, as at a desk that several share. */
    private End connect(Detour.Who who, ProviderWay.Proven proven, UUID attempt) {
        throttle.forget(attempt);
        if (!proven.anew()) {
            return new End.Not(Why.STALE);
        }
        return ties.connect(who.account(), proven.identity()) ? new End.Connected() : new End.Not(Why.TAKEN);
    }

    private End enter(Detour way, OutsideIdentity identity, UUID attempt, SignIn.Visitor visitor) {
        return transaction.execute(status -> {
            Optional<IdentityTieStore.Owner> owner = ties.owner(identity);
            Optional<IdentityTieStore.Owner> account = owner.filter(each -> !each.disabled());
            Map<String, Object> detail = Map.of("address", visitor.address(), "way", "identity");
            // Who they are was proven; an office full of people who have not tied theirs yet is not held for that.
            throttle.forget(attempt);
            if (account.isEmpty()) {
                audit.identity(owner.map(IdentityTieStore.Owner::accountId).orElse(null), "sign-in.refused", detail);
                return new End.Not(Why.UNKNOWN);
            }
            UUID id = account.get().accountId();
            throttle.cameByIdentity(new Secret(account.get().nameKey()).hash(), visitor.address(), visitor.kind());
            audit.identity(id, "sign-in.done", detail);
            boolean second = factors.find(id).isPresent();
            return new End.In(sessions.open(id, visitor.device(), second, Session.Way.IDENTITY), way.to());
        });
    }
}

package org.yijitong.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Uuid7;

/** Tokens by which a program acts as one post of its owner, or reads its calendar, and never does more. */
@Component
public class Tokens {
    /** The longest life of a token, in days. */
    public static final int LONGEST = 366;

    private final TokenStore store;
    private final Grants grants;
    private final FactorRule rule;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;
    private final Days days;

    Tokens(TokenStore store, Grants grants, FactorRule rule, Audit audit, Uuid7 ids, Clock clock, Days days) {
        this.store = store;
        this.grants = grants;
        this.rule = rule;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.days = days;
    }

    /** What a token is good for. */
    public enum Purpose {
        /** To act as the post, at the API. */
        PROGRAM,
        /** To read the calendar of the post's organization, by an address that calendar programs subscribe to. */
        CALENDAR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A token as its owner sees it.
     *
     * @param name what it is for, in the owner's words
     */
    public record Token(UUID tokenId, String name, Instant createdAt, Instant expiresAt) {}

    /**
     * Makes a token that acts as a post.
     *
     * @param life days until it expires, 1 to {@value #LONGEST}
     * @return the token itself, shown once
     */
    @Transactional
    public String create(SignedIn who, UUID grant, String name, int life) {
        if (life < 1 || life > LONGEST) {
            throw new Invalid("life", "access.token.life.wrong", LONGEST);
        }
        return make(who, grant, Purpose.PROGRAM, name, life);
    }

    /**
     * Makes a token that reads the calendar of the post in use, for {@value #LONGEST} days.
     *
     * @return the token itself, shown once
     */
    @Transactional
    public String subscribe(SignedIn who, String name) {
        HeldGrant post = grants.of(who.account()).stream()
                .filter(held -> held.inUse(who))
                .findFirst()
                .orElseThrow(NotFound::new);
        return make(who, post.grantId(), Purpose.CALENDAR, name, LONGEST);
    }

    private String make(SignedIn who, UUID grant, Purpose purpose, String name, int life) {
        if (name.isBlank() || name.length() > 60) {
            throw new Invalid("name", "access.token.name.wrong");
        }
        if (grants.of(who.account()).stream().noneMatch(held -> held.grantId().equals(grant))) {
            throw new NotFound();
        }
        Secret token = Secret.token();
        Instant now = clock.instant();
        Token made = new Token(ids.next(), name.strip(), now, now.plus(Duration.ofDays(life)));
        store.add(token.hash(), who.account(), grant, purpose, made);
        audit.identity(who.account(), "token.created", Map.of("token", made.tokenId(), "purpose", purpose.word()));
        return token.text();
    }

    /** The tokens in force, the newest first. */
    public List<Token> of(UUID account) {
        return store.list(account, clock.instant());
    }

    /** @throws NotFound if there is no such token of this account in force */
    @Transactional
    public void revoke(SignedIn who, UUID token) {
        if (!store.revoke(who.account(), token, clock.instant())) {
            throw new NotFound();
        }
        audit.identity(who.account(), "token.revoked", Map.of("token", token));
    }

    /**
     * Who is behind a token of a purpose, if it is in force, as are its account and its post; and, where the post asks for a
     * second step, if it was made by somebody who had taken that step, which is set up still.
     */
    public Optional<SignedIn> find(String token, Purpose purpose) {
        return store.find(new Secret(token).hash(), purpose, days.today(), clock.instant(), rule.roles())
                .map(SessionStore.Holder::signedIn);
    }
}

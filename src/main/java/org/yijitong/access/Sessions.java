package org.yijitong.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Coarse;
import org.yijitong.shared.Cut;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Uuid7;

/** The sessions that are open. Nothing about one is kept in memory: ending it acts on the very next request. */
@Component
public class Sessions {
    /** How stale the moment last seen may become before a request renews it: it is kept no closer. */
    private static final Duration FRESH = Coarse.STEP;

    /** How long the second step of a sign-in may take. */
    private static final Duration HALF = Duration.ofMinutes(10);

    private final SessionStore store;
    private final Grants grants;
    private final FactorRule rule;
    private final Places places;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;
    private final Days days;
    private final Duration idle;
    private final Duration longest;

    Sessions(
            SessionStore store,
            Grants grants,
            FactorRule rule,
            Places places,
            Audit audit,
            Uuid7 ids,
            Clock clock,
            Days days,
            @Value("${yijitong.session.idle:PT1H}") Duration idle,
            @Value("${yijitong.session.longest:PT12H}") Duration longest) {
        this.store = store;
        this.grants = grants;
        this.rule = rule;
        this.places = places;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.days = days;
        this.idle = idle;
        this.longest = longest;
    }

    /** Who holds this cookie, if its session is open, its account in use and neither time-out has passed. */
    public Optional<SignedIn> find(String cookie) {
        byte[] hash = new Secret(cookie).hash();
        Instant now = clock.instant();
        SessionStore.Since since =
                new SessionStore.Since(now.minus(idle), now.minus(longest), now.minus(FRESH), now.minus(HALF));
        Optional<SessionStore.Holder> holder = store.find(hash, days.today(), since, rule.roles());
        holder.filter(SessionStore.Holder::stale).ifPresent(stale -> store.seen(hash, Coarse.of(now)));
        return holder.map(SessionStore.Holder::signedIn);
    }

    /**
     * Opens a session, working as the post the account worked as last, or its first one.
     *
     * @param awaitsCode whether the second step is still to be taken
     * @return the secret of its cookie
     */
    String open(UUID account, String device, boolean awaitsCode, Session.Way way) {
        List<HeldGrant> held = grants.of(account);
        Optional<UUID> last = store.lastGrant(account);
        Optional<HeldGrant> post = held.stream()
                .filter(each -> last.filter(each.grantId()::equals).isPresent())
                .findFirst()
                .or(() -> held.stream().findFirst());
        return open(account, post, new SessionStore.Device(device, clock.instant(), way), awaitsCode);
    }

    /** The second step has been taken: the session begins anew under a new secret, and the old one ends. */
    String pass(SignedIn who) {
        UUID session = Optional.ofNullable(who.session()).orElseThrow(NotFound::new);
        SessionStore.Device before = store.remove(who.account(), session).orElseThrow(NotFound::new);
        return open(who.account(), before.device(), false, before.way());
    }

    /**
     * Takes up another post. The session gets a new secret, and the old one ends.
     *
     * @throws NotFound if the grant is not one of this account's, or not in force
     */
    @Transactional
    public String workAs(SignedIn who, UUID grant) {
        UUID session = Optional.ofNullable(who.session()).orElseThrow(NotFound::new);
        HeldGrant post = grants.of(who.account()).stream()
                .filter(each -> each.grantId().equals(grant))
                .findFirst()
                .orElseThrow(NotFound::new);
        SessionStore.Device before = store.remove(who.account(), session).orElseThrow(NotFound::new);
        return open(who.account(), Optional.of(post), before, false);
    }

    private String open(UUID account, Optional<HeldGrant> post, SessionStore.Device device, boolean awaitsCode) {
        Secret secret = Secret.token();
        String named = Cut.at(200, device.device());
        Optional<HeldGrant> current = post.map(this::renewed);
        SessionStore.Device kept = new SessionStore.Device(named, device.createdAt(), device.way());
        store.add(secret.hash(), ids.next(), account, current, kept, awaitsCode, Coarse.of(clock.instant()));
        return secret.text();
    }

    /** The post under the name its organization has today. */
    private HeldGrant renewed(HeldGrant post) {
        return places.name(post.unitId(), post.organizationId())
                .map(name -> new HeldGrant(post.grantId(), post.role(), post.unitId(), post.organizationId(), name))
                .orElse(post);
    }

    /** Every open session of the account, the latest first. */
    public List<Session> of(UUID account) {
        Instant now = clock.instant();
        return store.list(account, now.minus(idle), now.minus(longest));
    }

    /**
     * Ends a session.
     *
     * @return by what it had been opened
     * @throws NotFound if the session is not one of this account's
     */
    @Transactional
    public Session.Way end(SignedIn who, UUID session) {
        SessionStore.Device ended = store.remove(who.account(), session).orElseThrow(NotFound::new);
        audit.identity(who.account(), "session.ended", Map.of());
        return ended.way();
    }

    /** Ends every session of the account but one; a null spares none. */
    void endOthers(UUID account, @Nullable UUID spared) {
        store.removeOthers(account, spared);
    }

    /** Removes what has timed out. */
    @Scheduled(cron = "0 37 * * * *", zone = "Asia/Shanghai")
    @Transactional
    public void purge() {
        Instant now = clock.instant();
        store.purge(now.minus(idle), now.minus(longest));
    }
}

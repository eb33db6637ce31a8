package org.yijitong.notice;

import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.notice.Hook.State;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/** The hooks of a unit: set, tried, woken, ended; and what was said to each. */
@Component
@Transactional
public class Hooks {
    /** How many a unit may have. */
    public static final int MOST = 20;

    private static final int SHOWN = 50;
    private static final String SUBJECT = "hook";

    private final HookStore store;
    private final DeliveryStore deliveries;
    private final HookAddresses addresses;
    private final HookSecrets secrets;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;

    Hooks(
            HookStore store,
            DeliveryStore deliveries,
            HookAddresses addresses,
            HookSecrets secrets,
            Audit audit,
            Uuid7 ids,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.secrets = secrets;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An address that may be called, as it is kept. Asks what the name stands for, which may take a while: outside of any
     * transaction.
     *
     * @throws Invalid on {@code address} when it is none, nobody knows it, or it lies where only this server reaches
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String address(String typed) {
        return addresses.asTyped(typed);
    }

    /**
     * Sets one.
     *
     * @param address from {@link #address}
     * @throws Invalid on {@code kinds} when there is nothing it hears of
     * @throws Refused when there are too many
     */
    public UUID set(Scope scope, String address, Collection<HookKind> kinds) {
        Set<HookKind> heard = EnumSet.noneOf(HookKind.class);
        heard.addAll(kinds);
        if (heard.isEmpty() || !HookKind.CHOICES.containsAll(heard)) {
            throw new Invalid("kinds", "notice.invalid.hook.kinds");
        }
        if (store.kept(scope.unit()) >= MOST) {
            throw new Refused("notice.refused.hook.many", MOST);
        }
        UUID id = ids.next();
        store.add(scope, id, address, heard, clock.instant());
        audit.record(
                scope,
                "hook.set",
                SUBJECT,
                id,
                Map.of("host", String.valueOf(URI.create(address).getHost())));
        return id;
    }

    /** What whoever runs the other system checks signatures with; shown when the hook is set and never again. */
    @Transactional(readOnly = true)
    public String secret(Scope scope, UUID hook) {
        return secrets.written(find(scope, hook).hookId());
    }

    /** Those of the unit, the latest first, those that have ended last. */
    @Transactional(readOnly = true)
    public List<Hook> of(Scope scope) {
        return store.of(scope.unit(), SHOWN);
    }

    /** @throws NotFound when the unit has none by this id */
    @Transactional(readOnly = true)
    public Hook find(Scope scope, UUID hook) {
        return store.find(scope.unit(), hook).orElseThrow(NotFound::new);
    }

    /** The latest that were or are to be sent to a hook. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(Scope scope, UUID hook) {
        return deliveries.of(scope.unit(), find(scope, hook).hookId(), SHOWN);
    }

    /** How many wait for it. */
    @Transactional(readOnly = true)
    public int waiting(Scope scope, UUID hook) {
        return deliveries.waiting(scope.unit(), find(scope, hook).hookId());
    }

    /**
     * Sends a message in which nothing happened.
     *
     * @throws Refused unless it is told anything at all
     */
    public void test(Scope scope, UUID hook) {
        requireActive(scope, hook);
        deliveries.add(scope.unit(), hook, ids.next(), clock.instant());
        audit.record(scope, "hook.tested", SUBJECT, hook, Map.of());
    }

    /**
     * Sends a message once more, whether it was taken or not.
     *
     * @throws Refused unless it is told anything at all
     */
    public void again(Scope scope, UUID hook, UUID subject, int place) {
        requireActive(scope, hook);
        if (deliveries.again(scope.unit(), hook, subject, place, clock.instant()) == 0) {
            throw new NotFound();
        }
        audit.record(scope, "hook.repeated", SUBJECT, hook, Map.of("message", subject + "_" + place));
    }

    /** Goes on with one that rests: all that waits is sent. One that does not rest stays as it is. */
    public void wake(Scope scope, UUID hook) {
        find(scope, hook);
        if (store.change(scope.unit(), hook, State.RESTING, State.ACTIVE, clock.instant())) {
            deliveries.again(scope.unit(), hook, null, 0, clock.instant());
            audit.record(scope, "hook.woken", SUBJECT, hook, Map.of());
        }
    }

    /** Ends one for good; what waits is not sent. One that has ended stays as it is. */
    public void end(Scope scope, UUID hook) {
        Hook found = find(scope, hook);
        if (found.kept() && store.change(scope.unit(), hook, found.state(), State.ENDED, clock.instant())) {
            audit.record(scope, "hook.ended", SUBJECT, hook, Map.of());
        }
    }

    /** Puts one to rest that took nothing for too long. */
    void rest(UnitId unit, UUID hook, String answer) {
        if (store.change(unit, hook, State.ACTIVE, State.RESTING, clock.instant())) {
            Scope nobody = new Scope(new UUID(0, 0), unit, unit.value());
            audit.record(nobody, "hook.rested", SUBJECT, hook, Map.of("answer", answer));
        }
    }

    private void requireActive(Scope scope, UUID hook) {
        if (find(scope, hook).state() != State.ACTIVE) {
            throw new Refused("notice.refused.hook.still");
        }
    }
}

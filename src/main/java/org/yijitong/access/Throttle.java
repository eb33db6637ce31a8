package org.yijitong.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Uuid7;

/**
 * Slows down guessing. Three counts of wrong passwords, each within a window: of one name from one address, of one
 * address over all names, of one name over all addresses. The last does not hold an address from which that name has
 * signed in within 30 days, so that a stranger cannot lock a person out.
 */
@Component
class Throttle {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int PAIR = 5;
    static final int ADDRESS = 50;
    static final int NAME = 30;
    static final Duration KNOWN = Duration.ofDays(30);

    private final AttemptStore store;
    private final Uuid7 ids;
    private final Clock clock;

    Throttle(AttemptStore store, Uuid7 ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Notes an attempt before it is looked at, and commits that, so that attempts sent at once count each other.
     *
     * @param device browser and system, where they are known
     * @return the attempt, to be closed with its outcome
     * @throws TooMany if the caller has to wait; the attempt then does not count
     */
    UUID open(byte[] nameHash, String address, String device) {
        Instant now = clock.instant();
        UUID attempt = ids.next();
        store.open(attempt, nameHash, address, device, now);
        Optional<Instant> until =
                store.heldSince(attempt, nameHash, address, now).map(since -> since.plus(WINDOW));
        if (until.isPresent()) {
            store.close(attempt, "held");
            throw new TooMany(until.get());
        }
        return attempt;
    }

    void failed(UUID attempt) {
        store.close(attempt, "failed");
    }

    /** What was no guess after all, or not looked at, does not count. */
    void forget(UUID attempt) {
        store.remove(attempt);
    }

    /** Somebody signed in by an identity outside; it stands in their history, and their address is known. */
    void cameByIdentity(byte[] nameHash, String address, String device) {
        store.addIdentity(ids.next(), nameHash, address, device, clock.instant());
    }

    /** A success clears the count of this name from this address. */
    void succeeded(UUID attempt, byte[] nameHash, String address) {
        store.forgive(nameHash, address, clock.instant().minus(WINDOW));
        store.close(attempt, "succeeded");
    }
}

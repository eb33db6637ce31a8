package org.yijitong.matter.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Unmet;

/**
 * How often programs read what anybody may read: by network, and by key for those that have one, within each quarter of an
 * hour. Held in memory by each server, since to write down a reading would cost more than the reading; gone with the
 * quarter.
 */
@Component
public class Readings {
    static final int MOST_OF_NETWORK = 1_200;
    static final int MOST_OF_KEY = 6_000;

    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** So many networks are told apart; more at once are no readers, and are counted as one. */
    private static final int MOST_NETWORKS = 50_000;

    private record Window(long number, ConcurrentHashMap<String, AtomicInteger> counts) {}

    private final Clock clock;
    private volatile Window window = new Window(0, new ConcurrentHashMap<>());

    Readings(Clock clock) {
        this.clock = clock;
    }

    /** @throws Unmet with 429 when there were too many from the network of an address */
    public void network(String address) {
        String network = Threshold.shortened(address);
        ConcurrentHashMap<String, AtomicInteger> counts = now().counts();
        boolean known = counts.containsKey(network) || counts.size() < MOST_NETWORKS;
        pass(known ? network : "", MOST_OF_NETWORK);
    }

    /** @throws Unmet with 429 when there were too many with a key */
    public void program(UUID key) {
        pass(key.toString(), MOST_OF_KEY);
    }

    private void pass(String who, int most) {
        Window now = now();
        if (now.counts().computeIfAbsent(who, _ -> new AtomicInteger()).incrementAndGet() > most) {
            Instant next = Instant.EPOCH.plus(WINDOW.multipliedBy(now.number() + 1));
            Duration left = Duration.between(clock.instant(), next).plusSeconds(1);
            throw Unmet.tooOften("door.refused.reads", left.isPositive() ? left : WINDOW);
        }
    }

    private Window now() {
        long number = clock.instant().getEpochSecond() / WINDOW.toSeconds();
        Window held = window;
        if (held.number() == number) {
            return held;
        }
        synchronized (this) {
            if (window.number() != number) {
                window = new Window(number, new ConcurrentHashMap<>());
            }
            return window;
        }
    }
}

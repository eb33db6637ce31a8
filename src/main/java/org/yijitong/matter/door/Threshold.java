package org.yijitong.matter.door;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Coarse;
import org.yijitong.shared.Unmet;

/**
 * Slows down floods and guessing at the door without knowing anyone: it counts by the network an address is in (24 bits of
 * IPv4, 48 of IPv6), or by the key of a program, and forgets within the hour after it counted. Neither the moment nor the
 * key of what it keeps tells when exactly somebody was there.
 */
@Component
@Transactional
public class Threshold {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private final DoorStore store;
    private final Clock clock;

    Threshold(DoorStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What is done at the door, and how often within a quarter of an hour from one network, or with one key. */
    public enum Kind {
        ASK(30),
        LOOK(60),
        /** Asking for others, as a gateway does. */
        PROGRAM(600);

        private final int most;

        Kind(int most) {
            this.most = most;
        }
    }

    /** @throws Unmet with 429 when it was done too often */
    public void pass(Kind kind, String address) {
        pass(kind, shortened(address), "door.refused.many");
    }

    /**
     * The same for a program that has a key, from whatever network: nobody without the key takes away what it may do.
     *
     * @throws Unmet with 429 when it was done too often
     */
    public void pass(UUID key) {
        pass(Kind.PROGRAM, key.toString(), "door.refused.program");
    }

    private void pass(Kind kind, String who, String refusal) {
        Instant now = clock.instant();
        int many = store.attempt(UUID.randomUUID(), who, kind, Coarse.of(now), now.minus(WINDOW));
        if (many > kind.most) {
            throw Unmet.tooOften(refusal, WINDOW);
        }
    }

    /** The network of an address, in hexadecimal. */
    static String shortened(String address) {
        byte[] whole = InetAddress.ofLiteral(address.replaceFirst("%.*$", "")).getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(whole, whole.length == 4 ? IPV4_BYTES : IPV6_BYTES));
    }

    /** Forgets what counts no more. */
    @Scheduled(cron = "0 7 * * * *", zone = "Asia/Shanghai")
    public void purge() {
        store.forget(clock.instant().minus(WINDOW));
    }
}

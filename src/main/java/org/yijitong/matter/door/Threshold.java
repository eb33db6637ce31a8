package org.yijitong.matter.door;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Unmet;
import org.yijitong.shared.Uuid7;

/**
 * Slows down floods and guessing at the door without knowing anyone: it counts by the network an address is in (24 bits of
 * IPv4, 48 of IPv6), and forgets after a day.
 */
@Component
@Transactional
public class Threshold {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private final DoorStore store;
    private final Uuid7 ids;
    private final Clock clock;

    Threshold(DoorStore store, Uuid7 ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is done at the door, and how often within a quarter of an hour from one network. */
    public enum Kind {
        ASK(30),
        LOOK(60);

        private final int most;

        Kind(int most) {
            this.most = most;
        }
    }

    /** @throws Unmet with 429 when it was done too often */
    public void pass(Kind kind, String address) {
        Instant now = clock.instant();
        int many = store.attempt(ids.next(), shortened(address), kind, now, now.minus(WINDOW));
        if (many > kind.most) {
            throw new Unmet(HttpStatus.TOO_MANY_REQUESTS, "door.refused.many");
        }
    }

    /** The network of an address, in hexadecimal. */
    static String shortened(String address) {
        byte[] whole = InetAddress.ofLiteral(address.replaceFirst("%.*$", "")).getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(whole, whole.length == 4 ? IPV4_BYTES : IPV6_BYTES));
    }

    /** Forgets what is older than a day. */
    @Scheduled(cron = "0 37 3 * * *", zone = "Asia/Shanghai")
    public void purge() {
        store.forget(clock.instant().minus(Duration.ofDays(1)));
    }
}

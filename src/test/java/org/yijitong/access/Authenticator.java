package org.yijitong.access;

import java.io.ByteArrayOutputStream;
import java.time.Clock;

/** The program on someone's phone: is given the key that a page shows, and shows codes. */
public final class Authenticator {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;
    private final Clock clock;

    /** @param shown the key in groups, as the page shows it */
    public Authenticator(String shown, Clock clock) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char each : shown.replace(" ", "").toCharArray()) {
            bits = (bits << 5) | BASE32.indexOf(each);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.write(bits >> held);
            }
        }
        this.secret = bytes.toByteArray();
        this.clock = clock;
    }

    public String code() {
        return Totp.code(secret, Totp.step(clock.instant()), Totp.DIGITS);
    }
}

package org.yijitong.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that an authenticator shows: RFC 6238 over RFC 4226 with HMAC-SHA-1, six digits and steps of 30 seconds, which is
 * what every authenticator takes. A code of the step before or after is taken too, since clocks differ (§5.2).
 */
final class Totp {
    static final int DIGITS = 6;
    static final int SECONDS = 30;
    /** The length of a secret in bytes, as long as the hash (RFC 4226 §4, R6). */
    static final int SECRET = 20;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /** The step whose code was typed, if it is one that may be used now. */
    static OptionalLong match(byte[] secret, String typed, Instant now) {
        byte[] given = typed.getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(step(now) - 1, step(now) + 1)
                .filter(step ->
                        MessageDigest.isEqual(code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8), given))
                .findFirst();
    }

    /** The code of a step (RFC 4226 §5.3). */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hash(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        long code = truncated % LongStream.generate(() -> 10).limit(digits).reduce(1, (a, b) -> a * b);
        return String.format(Locale.ROOT, "%0" + digits + "d", code);
    }

    private static byte[] hash(byte[] secret, byte[] moving) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(moving);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }

    /** As authenticators take secrets (RFC 4648 §6): five bits a character, here always whole groups. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < secret.length * 8; bit += 5) {
            int value = 0;
            for (int i = bit; i < bit + 5; i++) {
                value = (value << 1) | ((secret[i / 8] >> (7 - i % 8)) & 1);
            }
            text.append(BASE32.charAt(value));
        }
        return text.toString();
    }
}

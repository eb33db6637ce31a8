package org.yijitong.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.yijitong.shared.Sha256;

/**
 * A random secret that is shown once and kept only as its SHA-256. A fast hash is enough, since nobody can guess the
 * secret itself; passwords, which people choose, go through {@link Passwords}.
 *
 * @param text what the holder gets
 */
record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** No letter or digit that is taken for another (I, L, O, U, 0, 1). */
    private static final String READABLE = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    /** 256 random bits, for cookies and API tokens. */
    static Secret token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** 16 characters in groups of four (78 bits), to be read out and typed. */
    static Secret code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return new Secret(code.toString());
    }

    byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}

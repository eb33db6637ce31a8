package org.yijitong.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 (FIPS 180-4), of bytes and of what a request asks for. */
public final class Sha256 {
    private Sha256() {}

    public static byte[] of(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** In hexadecimal, 64 characters. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }

    /**
     * Of several texts in their order, in hexadecimal. Each goes in with its length, so that no other texts, joined
     * otherwise, read the same; an absent one differs from an empty one.
     */
    public static String fingerprint(@Nullable String... texts) {
        StringBuilder whole = new StringBuilder();
        for (String text : texts) {
            whole.append(text == null ? "-" : text.length() + ":" + text);
        }
        return hex(whole.toString().getBytes(StandardCharsets.UTF_8));
    }
}

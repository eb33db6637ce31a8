package org.yijitong.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Hmac;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Seal;

/** Keeps what the second step of signing in compares with: nobody who reads the database alone can take that step. */
@Component
class FactorVault {
    /** The name of the key under which secrets are sealed. */
    static final String SECRETS = "factor-seal";
    /** The name of the key of the hashes of recovery codes. */
    static final String CODES = "factor-hash";

    private final Seal sealing;
    private final byte[] hashing;
    private final List<byte[]> earlier;
    private final SecureRandom random = new SecureRandom();

    FactorVault(Keys keys) {
        sealing = new Seal(keys.key(SECRETS));
        hashing = keys.key(CODES);
        earlier = keys.earlier(CODES);
    }

    /** A fresh secret for an account, sealed, as a page can carry it until the first code has shown that it arrived. */
    String fresh(UUID account) {
        byte[] secret = new byte[Totp.SECRET];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealing.close(secret, about(account)));
    }

    /** The secret that {@link #fresh} sealed for this account; nothing if it is none of ours. */
    Optional<byte[]> carried(UUID account, String sealed) {
        try {
            return Optional.of(open(account, bytes(sealed)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    byte[] bytes(String sealed) {
        return Base64.getUrlDecoder().decode(sealed);
    }

    byte[] close(UUID account, byte[] secret) {
        return sealing.close(secret, about(account));
    }

    byte[] open(UUID account, byte[] sealed) {
        return sealing.open(sealed, about(account));
    }

    /** The keyed hash of a recovery code, however its groups were typed. */
    byte[] hash(UUID account, String code) {
        return hash(hashing, account, code);
    }

    /** By one of these a code is kept: earlier keys stay good for codes that somebody has on paper only. */
    List<byte[]> hashes(UUID account, String code) {
        return Stream.concat(Stream.of(hashing), earlier.stream())
                .map(key -> hash(key, account, code))
                .toList();
    }

    private static byte[] hash(byte[] key, UUID account, String code) {
        String compact = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return Hmac.of(key, about(account), compact.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] about(UUID account) {
        return account.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

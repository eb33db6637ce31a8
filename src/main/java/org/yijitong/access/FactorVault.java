package org.yijitong.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Seal;

/** Keeps what the second step of signing in compares with: nobody who reads the database alone can take that step. */
@Component
class FactorVault {
    private final Seal sealing;
    private final SecretKeySpec hashing;
    private final SecureRandom random = new SecureRandom();

    FactorVault(Keys keys) {
        sealing = new Seal(keys.key("factor-seal"));
        hashing = new SecretKeySpec(keys.key("factor-hash"), "HmacSHA256");
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

    byte[] open(UUID account, byte[] sealed) {
        return sealing.open(sealed, about(account));
    }

    /** The keyed hash of a recovery code, however its groups were typed. */
    byte[] hash(UUID account, String code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(hashing);
            mac.update(about(account));
            String compact = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
            return mac.doFinal(compact.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] about(UUID account) {
        return account.toString().getBytes(StandardCharsets.US_ASCII);
    }
}

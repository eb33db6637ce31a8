package org.yijitong.organization;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Seal;

/**
 * Seals identity numbers (PIPL art. 28 and 51): AES-256-GCM with a fresh nonce to keep them, HMAC-SHA-256 to find them.
 * Both keys lie outside the database.
 */
@Component
public class IdentityVault {
    private static final byte[] NOTHING = {};

    private final Seal sealing;
    private final SecretKeySpec hashing;

    public IdentityVault(Keys keys) {
        sealing = new Seal(keys.key("identity-seal"));
        hashing = new SecretKeySpec(keys.key("identity-hash"), "HmacSHA256");
    }

    /** The keyed hash by which a number is found. */
    public byte[] hash(String number) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(hashing);
            return mac.doFinal(number.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The number sealed. */
    public byte[] seal(String number) {
        return sealBytes(number.getBytes(StandardCharsets.US_ASCII));
    }

    /** Anything that holds numbers, such as a roster that was brought, sealed. */
    public byte[] sealBytes(byte[] plain) {
        return sealing.close(plain, NOTHING);
    }

    /** The number; fails when what is kept was altered or the key is another. */
    String open(byte[] kept) {
        return new String(openBytes(kept), StandardCharsets.US_ASCII);
    }

    /** What {@link #sealBytes} sealed. */
    public byte[] openBytes(byte[] kept) {
        return sealing.open(kept, NOTHING);
    }
}

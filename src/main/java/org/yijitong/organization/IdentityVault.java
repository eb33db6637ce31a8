package org.yijitong.organization;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Hmac;
import org.yijitong.shared.Keys;
import org.yijitong.shared.Seal;

/**
 * Seals identity numbers (PIPL art. 28 and 51): AES-256-GCM with a fresh nonce to keep them, HMAC-SHA-256 to find them.
 * Both keys lie outside the database.
 */
@Component
public class IdentityVault {
    private static final byte[] NOTHING = {};

    /** The name of the key under which numbers are sealed. */
    static final String NUMBERS = "identity-seal";
    /** The name of the key of the hashes by which they are found. */
    static final String HASHES = "identity-hash";

    private final Seal sealing;
    private final byte[] hashing;

    public IdentityVault(Keys keys) {
        sealing = new Seal(keys.key(NUMBERS));
        hashing = keys.key(HASHES);
    }

    /** The keyed hash by which a number is found. */
    public byte[] hash(String number) {
        return Hmac.of(hashing, number.getBytes(StandardCharsets.US_ASCII));
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

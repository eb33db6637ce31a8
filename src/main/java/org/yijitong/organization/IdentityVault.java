package org.yijitong.organization;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Keys;

/**
 * Seals identity numbers (PIPL art. 28 and 51): AES-256-GCM with a fresh nonce to keep them, HMAC-SHA-256 to find them.
 * Both keys lie outside the database.
 */
@Component
public class IdentityVault {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final SecretKeySpec hashing;
    private final SecureRandom random = new SecureRandom();

    public IdentityVault(Keys keys) {
        sealing = new SecretKeySpec(keys.key("identity-seal"), "AES");
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
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, plain);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    /** The number; fails when what is kept was altered or the key is another. */
    String open(byte[] kept) {
        return new String(openBytes(kept), StandardCharsets.US_ASCII);
    }

    /** What {@link #sealBytes} sealed. */
    public byte[] openBytes(byte[] kept) {
        byte[] nonce = new byte[NONCE];
        byte[] closed = new byte[kept.length - NONCE];
        ByteBuffer.wrap(kept).get(nonce).get(closed);
        return run(Cipher.DECRYPT_MODE, nonce, closed);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an identity number cannot be sealed or opened with the present key", e);
        }
    }
}

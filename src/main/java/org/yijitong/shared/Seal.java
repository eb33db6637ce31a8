package org.yijitong.shared;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Closes what the database must not be able to tell: AES-256-GCM with a fresh nonce, the key outside the database. */
public final class Seal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes */
    public Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * Closes some bytes.
     *
     * @param about what they belong to, which is not kept and has to be said again to open them; may be empty
     */
    public byte[] close(byte[] plain, byte[] about) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, plain, about);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    /** @throws IllegalStateException when what is kept was altered, belongs to something else, or the key is another */
    public byte[] open(byte[] kept, byte[] about) {
        if (kept.length < NONCE) {
            throw new IllegalStateException("too short to have been sealed");
        }
        byte[] nonce = new byte[NONCE];
        byte[] closed = new byte[kept.length - NONCE];
        ByteBuffer.wrap(kept).get(nonce).get(closed);
        return run(Cipher.DECRYPT_MODE, nonce, closed, about);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, byte[] about) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(about);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot be sealed or opened with the present key", e);
        }
    }
}

package org.yijitong.operation.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A stream sealed in chunks of one MiB (AES-256-GCM). The nonce of a chunk is its number and whether it is the last (STREAM,
 * Hoang et al. 2015), so that none can be left out, moved or cut off; the key is used for this one stream.
 */
final class SealedChunks {
    static final int CHUNK = 1 << 20;
    static final int TAG = 16;
    private static final int NONCE = 12;

    private final SealedHeader header;
    private long number;

    SealedChunks(SealedHeader header) {
        this.header = header;
    }

    byte[] close(byte[] plain, int length, boolean last) {
        try {
            return next(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    /** @throws GeneralSecurityException when these are not the bytes that were sealed in this place */
    byte[] open(byte[] sealed, int length, boolean last) throws GeneralSecurityException {
        return next(Cipher.DECRYPT_MODE, last).doFinal(sealed, 0, length);
    }

    private Cipher next(int mode, boolean last) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putLong(number++)
                .put((byte) (last ? 1 : 0))
                .array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, header.key(), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(header.bytes());
        return cipher;
    }
}

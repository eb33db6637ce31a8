package org.yijitong.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of a Merkle tree (RFC 9162 §2.1.1): SHA-256, after 0x00 for a leaf and 0x01 for a node, so that neither can
 * be taken for the other. For one thread.
 */
final class Merkle {
    /** Bytes of a hash. */
    static final int LENGTH = 32;

    private final MessageDigest digest;

    Merkle() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] leaf(byte[] line) {
        digest.update((byte) 0);
        return digest.digest(line);
    }

    byte[] node(byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** Plain SHA-256: the root of the empty tree is that of nothing, the hash of a detail that of its salt and text. */
    byte[] plain(byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}

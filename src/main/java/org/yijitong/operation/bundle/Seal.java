package org.yijitong.operation.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.yijitong.operation.bundle.Manifest.Terms;

/**
 * Seals what must not lie open in a bundle: AES-256-GCM under a key made of a passphrase by Argon2id (RFC 9106 §4, the
 * second recommendation: 64 MiB, 3 passes, 4 lanes), bound to the unit.
 */
final class Seal {
    private static final String KDF = "argon2id";
    private static final int MEMORY = 64 * 1024;
    private static final int PASSES = 3;
    private static final int LANES = 4;
    /** What a foreign bundle may ask of us at most: four times as much. */
    private static final int PATIENCE = 4;

    private static final int KEY = 32;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] WORD = Manifest.FORMAT.getBytes(StandardCharsets.US_ASCII);

    private final SecretKeySpec key;
    private final byte[] bound;
    private final SecureRandom random = new SecureRandom();

    private Seal(String passphrase, UUID unit, byte[] salt, Terms terms) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(terms.memory())
                .withIterations(terms.passes())
                .withParallelism(terms.lanes())
                .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        var bytes = new byte[KEY];
        generator.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), bytes);
        key = new SecretKeySpec(bytes, "AES");
        bound = (Manifest.FORMAT + " " + unit).getBytes(StandardCharsets.US_ASCII);
    }

    /** A seal and what its opener has to know. */
    record Fresh(Seal seal, Terms terms) {}

    /** A new seal with a salt of its own. */
    static Fresh fresh(String passphrase, UUID unit) {
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        String written = Base64.getEncoder().encodeToString(salt);
        Terms open = new Terms(KDF, MEMORY, PASSES, LANES, written, "");
        Seal seal = new Seal(passphrase, unit, salt, open);
        String word = Base64.getEncoder().encodeToString(seal.close(WORD));
        return new Fresh(seal, new Terms(KDF, MEMORY, PASSES, LANES, written, word));
    }

    /**
     * The seal of a bundle.
     *
     * @throws BundleRefused when the passphrase is another one, or the terms are none of ours
     */
    static Seal of(Terms terms, String passphrase, UUID unit) {
        boolean ours = terms.kdf().equals(KDF)
                && terms.memory() >= 8 * terms.lanes()
                && terms.memory() <= PATIENCE * MEMORY
                && terms.passes() >= 1
                && terms.passes() <= PATIENCE * PASSES
                && terms.lanes() >= 1
                && terms.lanes() <= PATIENCE * LANES;
        if (!ours) {
            throw new BundleRefused("the identity numbers of the bundle are sealed in a way that is not known here");
        }
        try {
            Seal seal = new Seal(passphrase, unit, Base64.getDecoder().decode(terms.salt()), terms);
            seal.open(Base64.getDecoder().decode(terms.word()));
            return seal;
        } catch (IllegalArgumentException e) {
            throw new BundleRefused("the terms of the seal in the bundle are damaged", e);
        }
    }

    byte[] close(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, plain);
            return ByteBuffer.allocate(NONCE + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    /** @throws BundleRefused when it was sealed under another passphrase, for another unit, or altered since */
    byte[] open(byte[] kept) {
        if (kept.length < NONCE) {
            throw new BundleRefused("something sealed in the bundle is cut off");
        }
        byte[] nonce = new byte[NONCE];
        byte[] closed = new byte[kept.length - NONCE];
        ByteBuffer.wrap(kept).get(nonce).get(closed);
        try {
            return run(Cipher.DECRYPT_MODE, nonce, closed);
        } catch (GeneralSecurityException e) {
            throw new BundleRefused("the passphrase is not the one this bundle was sealed with", e);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher.doFinal(input);
    }
}

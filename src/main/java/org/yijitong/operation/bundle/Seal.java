package org.yijitong.operation.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.yijitong.operation.archive.Passphrase;
import org.yijitong.operation.bundle.Manifest.Terms;

/** Seals what must not lie open in a bundle: AES-256-GCM under a key made of a passphrase, bound to the unit. */
final class Seal {
    private static final String KDF = "argon2id";
    private static final byte[] WORD = Manifest.FORMAT.getBytes(StandardCharsets.US_ASCII);

    private final org.yijitong.shared.Seal sealing;
    private final byte[] bound;

    private Seal(byte[] key, UUID unit) {
        sealing = new org.yijitong.shared.Seal(key);
        bound = (Manifest.FORMAT + " " + unit).getBytes(StandardCharsets.US_ASCII);
    }

    /** A seal and what its opener has to know. */
    record Fresh(Seal seal, Terms terms) {}

    /** A new seal with a salt of its own. */
    static Fresh fresh(String passphrase, UUID unit) {
        Passphrase ours = Passphrase.OURS;
        byte[] salt = Passphrase.salt();
        Seal seal = new Seal(ours.key(passphrase, salt), unit);
        String word = Base64.getEncoder().encodeToString(seal.close(WORD));
        String written = Base64.getEncoder().encodeToString(salt);
        return new Fresh(seal, new Terms(KDF, ours.memory(), ours.passes(), ours.lanes(), written, word));
    }

    /**
     * The seal of a bundle.
     *
     * @throws BundleRefused when the passphrase is another one, or the terms are none of ours
     */
    static Seal of(Terms terms, String passphrase, UUID unit) {
        Passphrase asked = new Passphrase(terms.memory(), terms.passes(), terms.lanes());
        if (!terms.kdf().equals(KDF) || !asked.bearable()) {
            throw new BundleRefused("the identity numbers of the bundle are sealed in a way that is not known here");
        }
        try {
            Seal seal = new Seal(asked.key(passphrase, Base64.getDecoder().decode(terms.salt())), unit);
            seal.open(Base64.getDecoder().decode(terms.word()));
            return seal;
        } catch (IllegalArgumentException e) {
            throw new BundleRefused("the terms of the seal in the bundle are damaged", e);
        }
    }

    byte[] close(byte[] plain) {
        return sealing.close(plain, bound);
    }

    /** @throws BundleRefused when it was sealed under another passphrase, for another unit, or altered since */
    byte[] open(byte[] kept) {
        try {
            return sealing.open(kept, bound);
        } catch (IllegalStateException e) {
            throw new BundleRefused("the passphrase is not the one this bundle was sealed with", e);
        }
    }
}

package org.yijitong.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Keys;

/** Signs checkpoints. The key, {@code audit-log.key}, lies outside the database, made at first use. */
@Component
class LogSigner {
    static final String KEY = "audit-log";

    private final KeyPair pair;
    private final LogKey open;

    LogSigner(Keys keys) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Kept(keys.key(KEY)));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
        open = LogKey.of(pair.getPublic());
    }

    LogKey open() {
        return open;
    }

    String sign(Checkpoint checkpoint) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
            return open.note(checkpoint.text(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a checkpoint cannot be signed", e);
        }
    }

    /** An Ed25519 key is 32 random bytes (RFC 8032 §5.1.5); these were drawn when the file was made. */
    private static final class Kept extends SecureRandom {
        private final byte[] key;

        Kept(byte[] key) {
            this.key = key;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != key.length) {
                throw new IllegalStateException("an Ed25519 key has " + key.length + " bytes, not " + bytes.length);
            }
            System.arraycopy(key, 0, bytes, 0, key.length);
        }
    }
}

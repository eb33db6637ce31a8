package org.yijitong.operation.archive;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A key made of words that a person knows: Argon2id (RFC 9106 §4, the second recommendation: 64 MiB, 3 passes, 4 lanes),
 * 32 bytes.
 *
 * @param memory in KiB
 */
public record Passphrase(int memory, int passes, int lanes) {
    /** What we ask of a machine that opens what we sealed. */
    public static final Passphrase OURS = new Passphrase(64 * 1024, 3, 4);

    /** Characters that a passphrase must have. */
    public static final int SHORTEST = 10;

    /** Bytes of the salt. */
    public static final int SALT = 16;

    /** What something foreign may ask of us at most: four times as much. */
    private static final int PATIENCE = 4;

    private static final int KEY = 32;

    /** Whether this asks for no more than we are ready to do, and for something that can be done. */
    public boolean bearable() {
        return lanes >= 1
                && lanes <= PATIENCE * OURS.lanes
                && passes >= 1
                && passes <= PATIENCE * OURS.passes
                && memory >= 8 * lanes
                && memory <= PATIENCE * OURS.memory;
    }

    /** A fresh salt. */
    public static byte[] salt() {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return salt;
    }

    /** The key that follows from the words and the salt. */
    public byte[] key(String words, byte[] salt) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .build();
        var generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] key = new byte[KEY];
        generator.generateBytes(words.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }
}

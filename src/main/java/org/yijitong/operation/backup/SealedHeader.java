package org.yijitong.operation.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.yijitong.operation.archive.ArchiveZip;
import org.yijitong.operation.archive.Passphrase;
import org.yijitong.operation.postgres.StartRefused;
import org.yijitong.shared.Seal;

/**
 * The open beginning of a sealed file: what it is, how its key follows from the passphrase, a word by which the right
 * passphrase is known, and a sum over all that, so that damage is told from another passphrase. Every chunk behind it is
 * bound to these bytes.
 */
final class SealedHeader {
    private static final byte[] MAGIC = "yijitong-backup\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int WORD = 12 + 16 + 16;
    private static final int SUM = 8;
    private static final int UNSUMMED = MAGIC.length + 1 + 3 * Integer.BYTES + Passphrase.SALT + WORD;

    private final byte[] bytes;
    private final SecretKeySpec key;

    private SealedHeader(byte[] bytes, byte[] key) {
        this.bytes = bytes;
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] bytes() {
        return bytes;
    }

    SecretKeySpec key() {
        return key;
    }

    /** A new one, with a salt of its own. */
    static SealedHeader fresh(String passphrase) {
        Passphrase ours = Passphrase.OURS;
        byte[] salt = Passphrase.salt();
        byte[] key = ours.key(passphrase, salt);
        byte[] bytes = new byte[UNSUMMED + SUM];
        ByteBuffer open = ByteBuffer.wrap(bytes)
                .put(MAGIC)
                .put(VERSION)
                .putInt(ours.memory())
                .putInt(ours.passes())
                .putInt(ours.lanes())
                .put(salt)
                .put(new Seal(key).close(MAGIC, salt));
        open.put(sum(bytes));
        return new SealedHeader(bytes, key);
    }

    /**
     * Reads one.
     *
     * @throws StartRefused for what is no backup, a damaged beginning, a later form, or another passphrase
     */
    static SealedHeader read(InputStream in, String passphrase) throws IOException {
        byte[] bytes = in.readNBytes(UNSUMMED + SUM);
        if (!Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC)) {
            throw new StartRefused("this is no backup of this product: it does not begin as one");
        }
        if (bytes.length < UNSUMMED + SUM
                || !Arrays.equals(sum(bytes), Arrays.copyOfRange(bytes, UNSUMMED, UNSUMMED + SUM))) {
            throw new StartRefused("the backup is damaged in its beginning");
        }
        ByteBuffer open = ByteBuffer.wrap(bytes).position(MAGIC.length);
        byte version = open.get();
        Passphrase asked = new Passphrase(open.getInt(), open.getInt(), open.getInt());
        if (version != VERSION || !asked.bearable()) {
            throw new StartRefused("the backup has a form that is not known here: version " + version);
        }
        byte[] salt = new byte[Passphrase.SALT];
        byte[] word = new byte[WORD];
        open.get(salt).get(word);
        byte[] key = asked.key(passphrase, salt);
        try {
            new Seal(key).open(word, salt);
        } catch (IllegalStateException e) {
            throw new StartRefused("the passphrase is not the one this backup was made with", e);
        }
        return new SealedHeader(bytes, key);
    }

    private static byte[] sum(byte[] bytes) {
        byte[] open = Arrays.copyOf(bytes, UNSUMMED);
        return Arrays.copyOf(ArchiveZip.sha256().digest(open), SUM);
    }
}

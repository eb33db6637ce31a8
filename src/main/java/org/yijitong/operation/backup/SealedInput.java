package org.yijitong.operation.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import org.yijitong.operation.postgres.StartRefused;

/** Opens what {@link SealedOutput} sealed; gives out nothing that was not written so, at this place. */
final class SealedInput extends InputStream {
    private final InputStream in;
    private final SealedChunks chunks;
    private byte[] chunk = {};
    private int at;
    private long read;
    private boolean last;

    /** @throws StartRefused for what is no backup, is damaged in its beginning, or for another passphrase */
    SealedInput(InputStream from, String passphrase) throws IOException {
        in = new BufferedInputStream(from, SealedChunks.CHUNK);
        chunks = new SealedChunks(SealedHeader.read(in, passphrase));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == chunk.length) {
            if (last) {
                return -1;
            }
            next();
        }
        int now = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, from, now);
        at += now;
        return now;
    }

    private void next() throws IOException {
        byte[] sealed = in.readNBytes(SealedChunks.CHUNK + SealedChunks.TAG);
        in.mark(1);
        last = in.read() < 0;
        in.reset();
        try {
            chunk = chunks.open(sealed, sealed.length, last);
        } catch (GeneralSecurityException e) {
            throw new StartRefused(
                    last
                            ? "the backup is damaged or cut off at its end"
                            : "the backup is damaged, " + (read >> 20) + " MiB from its beginning",
                    e);
        }
        at = 0;
        read += sealed.length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

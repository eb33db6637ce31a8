package org.yijitong.operation.backup;

import java.io.IOException;
import java.io.OutputStream;

/** Seals what is written. Only {@link #finish} makes it whole: what was merely closed is refused as cut off. */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final SealedChunks chunks;
    private final byte[] chunk = new byte[SealedChunks.CHUNK];
    private int filled;

    SealedOutput(OutputStream out, String passphrase) throws IOException {
        this.out = out;
        SealedHeader header = SealedHeader.fresh(passphrase);
        chunks = new SealedChunks(header);
        out.write(header.bytes());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] many, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == chunk.length) {
                seal(false);
            }
            int now = Math.min(length - done, chunk.length - filled);
            System.arraycopy(many, from + done, chunk, filled, now);
            filled += now;
            done += now;
        }
    }

    void finish() throws IOException {
        seal(true);
        out.flush();
    }

    private void seal(boolean last) throws IOException {
        out.write(chunks.close(chunk, filled, last));
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

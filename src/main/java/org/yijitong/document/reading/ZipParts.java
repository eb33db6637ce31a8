package org.yijitong.document.reading;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** The parts of a zip file (PKWARE APPNOTE), opened from memory and unpacked no further than the limits allow. */
public final class ZipParts implements Closeable {

    /** Small parts may be any ratio: an empty sheet of a million formatted rows packs very well. */
    private static final long RATIO_COUNTS_FROM = 16L << 20;

    private final ZipFile zip;
    private final ReadLimits limits;
    private long expanded;

    private ZipParts(ZipFile zip, ReadLimits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    /** Opens the directory only; a part is unpacked when it is read. */
    public static ZipParts open(byte[] file, ReadLimits limits) {
        refuseCrowds(file, limits);
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                    .setCharset(StandardCharsets.UTF_8)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            ZipParts parts = new ZipParts(zip, limits);
            parts.refuseGrandClaims();
            return parts;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableWorkbook(Reason.DAMAGED, e);
        }
    }

    /** Counts directory records by their signature before anything is built from them. */
    private static void refuseCrowds(byte[] file, ReadLimits limits) {
        int records = 0;
        for (int i = 0; i + 3 < file.length; i++) {
            if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] == 1 && file[i + 3] == 2) {
                records++;
            }
        }
        if (records > limits.entries()) {
            throw new UnreadableWorkbook(Reason.TOO_MANY_PARTS, limits.entries());
        }
    }

    private void refuseGrandClaims() {
        long claimed = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            claimed += Math.max(entry.getSize(), 0);
            if (claimed < 0 || claimed > limits.expandedBytes()) {
                throw new UnreadableWorkbook(Reason.EXPANDS);
            }
        }
    }

    /** Whether there is a part of this name, or, when the name ends with a slash, any part under it. */
    public boolean holds(String name) {
        return name.endsWith("/")
                ? Collections.list(zip.getEntries()).stream()
                        .anyMatch(entry -> entry.getName().startsWith(name))
                : zip.getEntry(name) != null;
    }

    /** The first bytes of a part, as ASCII. */
    String start(String name, int bytes) {
        try (InputStream in = open(name)) {
            return new String(in.readNBytes(bytes), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UnreadableWorkbook(Reason.DAMAGED, e);
        }
    }

    /** Bytes a part says it will have, 0 when it is not there or does not say. */
    long size(String name) {
        ZipArchiveEntry entry = zip.getEntry(name);
        return entry == null ? 0 : Math.max(entry.getSize(), 0);
    }

    /** A part's content; the file is damaged if it is missing. */
    InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        InputStream in = entry == null ? null : stream(entry);
        if (entry == null || in == null) {
            throw new UnreadableWorkbook(Reason.DAMAGED);
        }
        return new Bounded(in, entry.getCompressedSize());
    }

    private @Nullable InputStream stream(ZipArchiveEntry entry) throws IOException {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableWorkbook(Reason.PASSWORD);
        }
        return zip.getInputStream(entry);
    }

    /** Unpacks everything into nothing, to learn whether it stays within a bound. */
    public boolean expandToAtMost(long bytes) {
        byte[] buffer = new byte[8192];
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            try (InputStream in = open(entry.getName())) {
                while (in.read(buffer) >= 0) {
                    if (expanded > bytes) {
                        return false;
                    }
                }
            } catch (IOException e) {
                throw new UnreadableWorkbook(Reason.DAMAGED, e);
            }
        }
        return true;
    }

    /** Bytes unpacked so far, over all parts. */
    long expanded() {
        return expanded;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UnreadableWorkbook(Reason.DAMAGED, e);
        }
    }

    /** Trusts no claim: counts what really comes out. */
    private final class Bounded extends FilterInputStream {

        private final long packed;
        private long own;

        private Bounded(InputStream in, long packed) {
            super(in);
            this.packed = Math.max(packed, 1);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            own += bytes;
            expanded += bytes;
            boolean swollen = own > RATIO_COUNTS_FROM && own / packed > limits.ratio();
            // Sheets are read twice, hence the doubled bound on the sum.
            if (swollen || own > limits.expandedBytes() || expanded > 2 * limits.expandedBytes()) {
                throw new UnreadableWorkbook(Reason.EXPANDS);
            }
        }
    }
}

package org.yijitong.operation.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a zip of files one after another, keeping how long each is and its SHA-256. */
public final class ArchiveZip implements AutoCloseable {
    /** The same for all, so that the same rows make the same bytes. */
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<ArchiveFile> files = new ArrayList<>();

    public ArchiveZip(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /** Writes the content of one file; gives back its number of rows, null when it has none. */
    @FunctionalInterface
    public interface Filling {
        @Nullable
        Long into(OutputStream file) throws IOException;
    }

    public void file(String name, Filling filling) throws IOException {
        files.add(written(name, filling));
    }

    public void file(String name, byte[] content) throws IOException {
        file(name, file -> {
            file.write(content);
            return null;
        });
    }

    /** The last file; it does not name itself. */
    public void last(String name, byte[] content) throws IOException {
        ArchiveFile last = written(name, file -> {
            file.write(content);
            return null;
        });
        if (last.bytes() != content.length) {
            throw new IOException(name + " was not written whole");
        }
    }

    private ArchiveFile written(String name, Filling filling) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(WRITTEN);
        zip.putNextEntry(entry);
        MessageDigest digest = sha256();
        Counted counted = new Counted(new DigestOutputStream(zip, digest));
        Long rows = filling.into(counted);
        zip.closeEntry();
        return new ArchiveFile(name, counted.bytes, HexFormat.of().formatHex(digest.digest()), rows);
    }

    /** All but the last, as they were written. */
    public List<ArchiveFile> files() {
        return files;
    }

    /** A new SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Writes the end and leaves open what it writes to. */
    public void finish() throws IOException {
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] many, int from, int length) throws IOException {
            out.write(many, from, length);
            bytes += length;
        }
    }
}

package org.yijitong.operation.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.yijitong.operation.archive.ArchiveFile;
import org.yijitong.operation.archive.ArchiveZip;
import org.yijitong.operation.postgres.StartRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup back into an empty place: all of it, or nothing that counts. */
public final class Restore {
    private static final int LARGEST_KEY = 4_096;
    private static final int LARGEST_NOTE = 64 << 20;

    private final Path file;
    private final String passphrase;
    private final Consumer<String> progress;
    private final Map<String, String> sums = new HashMap<>();

    /** @param progress is told each table as it comes in */
    public Restore(Path file, String passphrase, Consumer<String> progress) {
        this.file = file;
        this.passphrase = passphrase;
        this.progress = progress;
    }

    /**
     * What came in; every table and file was compared with what was backed up.
     *
     * @param at the moment of the backup
     */
    public record Restored(int tables, long rows, int files, Instant at) {}

    /**
     * Reads the file to its end, before anything is made.
     *
     * @throws StartRefused when it is foreign, damaged, cut off, or sealed with another passphrase
     */
    public void check() throws IOException {
        try (InputStream in = new SealedInput(Files.newInputStream(file), passphrase)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    /**
     * Fills the place.
     *
     * @param migrations where they lie
     * @throws StartRefused when it is not empty, the backup is of a newer release, or anything is not what was backed up
     */
    public Restored into(Place place, String... migrations) throws IOException {
        try (InputStream in = new SealedInput(Files.newInputStream(file), passphrase);
                ZipInputStream zip = new ZipInputStream(in)) {
            Head head = head(zip);
            var releases = new Releases(place.database(), migrations);
            releases.requireEmpty();
            releases.requireKnown(head.schema());
            releases.begin();
            releases.migrate(head.schema());
            Contents contents;
            try (OwnerTables owner = OwnerTables.of(place.database())) {
                Loading loading = new Loading(owner);
                contents = contents(zip, loading, place);
                require(zip.getNextEntry() == null, "something stands behind the end of the backup");
                loading.finish(contents.tables());
                compare(contents.files());
                owner.commit();
            }
            releases.migrate(null);
            releases.end();
            return restored(head, contents);
        } catch (SQLException e) {
            throw new StartRefused("the database cannot be filled: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new StartRefused("what the backup says of itself cannot be understood", e);
        }
    }

    private Restored restored(Head head, Contents contents) {
        return new Restored(
                contents.tables().size(),
                contents.tables().stream().mapToLong(Contents.Table::rows).sum(),
                (int) sums.keySet().stream()
                        .filter(name -> name.startsWith("files/") || name.startsWith("keys/"))
                        .count(),
                head.madeAt());
    }

    private Head head(ZipInputStream zip) throws IOException {
        ZipEntry first = zip.getNextEntry();
        require(first != null && first.getName().equals(Head.NAME), "this is no backup: it does not say what it is");
        byte[] text = zip.readAllBytes();
        sums.put(Head.NAME, HexFormat.of().formatHex(ArchiveZip.sha256().digest(text)));
        Head head = JsonMapper.shared().readValue(text, Head.class);
        require(
                head.version() == Head.VERSION,
                "what lies in the backup has version " + head.version() + ", known here is " + Head.VERSION);
        return head;
    }

    /** Everything up to the last entry, which says what must have come. */
    private Contents contents(ZipInputStream zip, Loading loading, Place place) throws SQLException, IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (name.equals(Contents.NAME)) {
                return JsonMapper.shared().readValue(zip.readNBytes(LARGEST_NOTE), Contents.class);
            }
            MessageDigest digest = ArchiveZip.sha256();
            InputStream content = new Unclosed(new DigestInputStream(zip, digest));
            if (name.startsWith("tables/")) {
                loading.table(name.substring("tables/".length()), content);
                progress.accept(name.substring("tables/".length()));
            } else {
                file(name, content, place);
            }
            content.transferTo(java.io.OutputStream.nullOutputStream());
            require(
                    sums.put(name, HexFormat.of().formatHex(digest.digest())) == null,
                    "the backup holds " + name + " twice");
        }
        throw new StartRefused("the backup does not say what is in it");
    }

    private static void file(String name, InputStream content, Place place) throws IOException {
        if (name.matches("keys/" + Backup.KEYS)) {
            write(place.secrets().resolve(name.substring("keys/".length())), content.readNBytes(LARGEST_KEY));
        } else if (name.matches("files/" + Backup.NAMES)) {
            Path file = place.data().resolve(name.substring("files/".length()));
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.copy(content, file);
        } else {
            throw new StartRefused("a backup holds no file named " + name);
        }
    }

    private static void write(Path key, byte[] content) throws IOException {
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(key, content, StandardOpenOption.WRITE);
    }

    private void compare(List<ArchiveFile> files) {
        List<String> other = new ArrayList<>();
        Map<String, String> found = new HashMap<>(sums);
        for (ArchiveFile each : files) {
            if (!each.sha256().equals(found.remove(each.name()))) {
                other.add(each.name());
            }
        }
        other.addAll(found.keySet());
        require(other.isEmpty(), "not what was backed up: " + other);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new StartRefused(otherwise);
        }
    }

    /** Whoever reads an entry to its end and closes it must not close what lies behind. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(@Nullable InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The zip goes on.
        }
    }
}

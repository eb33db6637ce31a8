package org.yijitong.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.yijitong.operation.backup.Place;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.EmbeddedPostgres;
import org.yijitong.operation.postgres.StartRefused;

/**
 * Where a restore ends, and the folder beside it in which it is made.
 *
 * @param data the data folder that is to be
 * @param secrets the folder of keys that is to be; in the data folder or elsewhere
 */
record RestoredFolder(Path data, Path secrets) {
    /** Where it lies until it is whole. */
    Path draft() {
        return data.resolveSibling(data.getFileName() + ".restoring");
    }

    Path draftSecrets() {
        return draft().resolve("secrets");
    }

    Place place(Database database) {
        return new Place(database, draft(), draftSecrets());
    }

    /** @throws StartRefused when something is in either folder */
    void requireEmpty() throws IOException {
        for (Path folder : List.of(data, secrets)) {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw new StartRefused(folder
                        + " is not empty: restore onto a machine that has nothing yet, or name a new" + " folder");
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Removes what a restore that was broken off left behind, and begins. */
    void begin() throws IOException {
        discard();
        Path parent = draft().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectory(draft(), mine);
        Files.createDirectory(draftSecrets(), mine);
    }

    void discard() {
        EmbeddedPostgres.discard(draft());
    }

    /** Takes the names: keys that lie elsewhere first, the data folder last, since it is what a start looks for. */
    void finish() throws IOException {
        if (!secrets.startsWith(data)) {
            copyKeys();
            for (Path key : listed(draftSecrets())) {
                Files.delete(key);
            }
            Files.delete(draftSecrets());
        }
        Files.deleteIfExists(data);
        Files.move(draft(), data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** All keys or none: a folder that is not empty is refused by the next try. */
    private void copyKeys() throws IOException {
        Files.createDirectories(secrets);
        List<Path> copied = new ArrayList<>();
        try {
            for (Path key : listed(draftSecrets())) {
                Path copy = secrets.resolve(key.getFileName());
                Files.createFile(
                        copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                copied.add(copy);
                Files.write(copy, Files.readAllBytes(key));
            }
        } catch (IOException e) {
            for (Path copy : copied) {
                Files.delete(copy);
            }
            throw e;
        }
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}

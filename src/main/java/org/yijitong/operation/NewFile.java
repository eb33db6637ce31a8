package org.yijitong.operation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.yijitong.operation.postgres.StartRefused;

/**
 * A file that a command makes, for its owner alone: there whole and on the disk, or not at all. Until then it has another
 * name, which the next try takes over.
 */
record NewFile(Path path) {
    /** @throws StartRefused when there is one already */
    static NewFile at(String name) {
        Path path = Path.of(name).toAbsolutePath();
        if (Files.exists(path)) {
            throw new StartRefused(path + " is there already");
        }
        return new NewFile(path);
    }

    /** Writes the content, and says what it wrote. */
    @FunctionalInterface
    interface Writing<T> {
        T into(OutputStream out) throws IOException;
    }

    <T> T write(Writing<T> writing) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        part.toFile().deleteOnExit();
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            T written;
            try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
                written = writing.into(out);
            }
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}

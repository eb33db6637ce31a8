package org.yijitong.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The product's own keys: files of 32 random bytes beside the database, never in it, readable by the product alone. */
@Component
public class Keys {
    private static final int LENGTH = 32;

    private final Path directory;

    /** @param directory where they lie */
    public Keys(@Value("${yijitong.secrets}") Path directory) {
        this.directory = directory;
    }

    /**
     * The key of a name; made at first use.
     *
     * @throws IllegalStateException when the file is not 32 bytes long
     */
    public byte[] key(String name) {
        Path file = directory.resolve(name + ".key");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != LENGTH) {
                throw new IllegalStateException(file + " must hold " + LENGTH + " bytes, it holds " + key.length);
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read", e);
        }
    }

    /** The keys a name had before, the latest first, as far as something may still be kept under them. */
    public List<byte[]> earlier(String name) {
        List<byte[]> keys = new ArrayList<>();
        for (int before = 1; Files.exists(directory.resolve(name + "-" + before + ".key")); before++) {
            keys.add(key(name + "-" + before));
        }
        return keys;
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "key",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, key, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException other) {
            Files.delete(fresh);
            return;
        }
        Files.delete(fresh);
    }
}

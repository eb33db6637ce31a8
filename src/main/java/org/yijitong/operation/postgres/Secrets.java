package org.yijitong.operation.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords made once and kept as one file each (0600) in a private folder (0700). */
final class Secrets {

    private static final int BYTES = 32;
    private final Path folder;

    Secrets(Path folder) {
        this.folder = PrivateFiles.folder(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The secret of that name, made now (256 random bits) if there is none yet. */
    String of(String name) {
        var file = file(name);
        if (!Files.exists(file)) {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
        }
        return read(file);
    }

    /** The secret of that name; refused if it is gone, since a new one would not open what the old one closed. */
    String existing(String name) {
        var file = file(name);
        if (!Files.exists(file)) {
            throw new StartRefused("the database in the data folder needs its password file " + file
                    + ", which is missing: put it back from the backup");
        }
        return read(file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused("cannot read " + file + ": " + e, e);
        }
    }
}

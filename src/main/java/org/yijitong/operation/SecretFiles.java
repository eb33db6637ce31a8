package org.yijitong.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yijitong.operation.postgres.StartRefused;

/**
 * The files of passwords and keys, looked at before a start: what others on the machine may read, or what nobody can have
 * drawn at random, protects nothing.
 */
record SecretFiles(List<Path> files) {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private static final Set<String> ROLES = Set.of("postgres", "yijitong_owner", "yijitong_app");
    private static final int KEY = 32;
    private static final int PASSWORD = 20;
    /** Of 32 bytes drawn at random, fewer than 16 differ less than once in 10^20 draws. */
    private static final int DIFFERENT = 16;
    /** A password of ours has 43 characters of 64; one of a person's making is left alone when it varies at all. */
    private static final int VARIED = 8;

    static SecretFiles in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new SecretFiles(List.of());
        }
        try (var files = Files.list(folder)) {
            return new SecretFiles(files.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new StartRefused("the secrets folder " + folder + " cannot be read: " + e, e);
        }
    }

    /** @throws StartRefused that names the first file which is no secret, and what to do */
    void requireSound() {
        files.forEach(file -> {
            try {
                requireOwn(file);
                requireRandom(file);
            } catch (IOException e) {
                throw new StartRefused("cannot read " + file + ": " + e, e);
            }
        });
    }

    private static void requireOwn(Path file) throws IOException {
        Set<PosixFilePermission> given = new HashSet<>(Files.getPosixFilePermissions(file));
        given.retainAll(OTHERS);
        if (!given.isEmpty()) {
            throw new StartRefused(file + " can be used by others on this machine: chmod 600 " + file
                    + ", and think about who may have read it");
        }
    }

    private static void requireRandom(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        byte[] content = Files.readAllBytes(file);
        if (name.endsWith(".key")) {
            if (content.length != KEY || different(content) < DIFFERENT) {
                throw new StartRefused(file + " holds no key drawn at random: put the right one back from the backup");
            }
        } else if (ROLES.contains(name)) {
            byte[] password =
                    new String(content, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
            if (password.length < PASSWORD || different(password) < VARIED) {
                throw new StartRefused(
                        file + " holds a password that can be guessed: give the role another and write it there");
            }
        }
    }

    private static long different(byte[] content) {
        Set<Byte> seen = new HashSet<>();
        for (byte each : content) {
            seen.add(each);
        }
        return seen.size();
    }
}

package org.yijitong.operation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.operation.postgres.StartRefused;

/**
 * The folder of keys while they are changed. The next ones lie in {@code next/} until the database is under them; then each
 * takes its place by a rename, and {@code next/} goes last: broken off anywhere, it can be done again.
 */
record KeyFolder(Path folder) {
    private static final int LENGTH = 32;
    private static final String SUFFIX = ".key";

    /** Where the next keys lie. */
    Path next() {
        return folder.resolve("next");
    }

    /** Whether a change was begun and is not through. */
    boolean changing() {
        return Files.isDirectory(next());
    }

    /**
     * Keeps others from changing the keys, or from ending a change; the kernel lets go when this process ends.
     *
     * @throws StartRefused while another process does
     */
    FileChannel lock() throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve("lock"), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), mode("rw-------"));
        try {
            @Nullable Object lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new StartRefused("the keys in " + folder + " are being changed: wait until that is through", e);
        }
        channel.close();
        throw new StartRefused("the keys in " + folder + " are being changed: wait until that is through");
    }

    /**
     * Draws a key for every name, at random, and puts earlier ones beside them that must stay.
     *
     * @param earlier each name, with how many of its earlier keys stay, the present one counted
     */
    void draw(Map<String, Integer> earlier) throws IOException {
        Path draft = folder.resolve("next.new");
        delete(draft);
        Files.createDirectory(draft, mode("rwx------"));
        SecureRandom random = new SecureRandom();
        for (var each : earlier.entrySet()) {
            byte[] key = new byte[LENGTH];
            random.nextBytes(key);
            write(draft.resolve(each.getKey() + SUFFIX), key);
            stay(draft, each.getKey(), each.getValue());
        }
        sync(draft);
        Files.move(draft, next(), StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
    }

    /** The present key becomes the first of the earlier ones, that one the second, and so on. */
    private void stay(Path draft, String name, int most) throws IOException {
        Path from = folder.resolve(name + SUFFIX);
        for (int before = 1; before <= most && Files.exists(from); before++) {
            write(draft.resolve(name + "-" + before + SUFFIX), Files.readAllBytes(from));
            from = folder.resolve(name + "-" + before + SUFFIX);
        }
    }

    /** The next keys take the places of the present ones, which are gone by that. */
    void take() throws IOException {
        List<Path> keys = listed(next());
        for (Path key : keys) {
            Path fresh = folder.resolve(key.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            write(fresh, Files.readAllBytes(key));
            Files.move(
                    fresh,
                    folder.resolve(key.getFileName()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        List<Path> names = keys.stream().map(Path::getFileName).toList();
        for (Path key : listed(folder)) {
            if (key.getFileName().toString().matches("[a-z-]+-\\d+\\.key") && !names.contains(key.getFileName())) {
                Files.delete(key);
            }
        }
        sync(folder);
        discard();
    }

    /** The next keys are gone, the present ones stay. */
    void discard() throws IOException {
        Path spent = folder.resolve("next.spent");
        delete(spent);
        Files.move(next(), spent, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        delete(spent);
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    private static void write(Path file, byte[] key) throws IOException {
        Files.createFile(file, mode("rw-------"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(key);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** What a folder lists is on the disk only when the folder itself is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (Path key : listed(folder)) {
                Files.delete(key);
            }
            Files.delete(folder);
        }
    }
}

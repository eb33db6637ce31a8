package org.yijitong.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Checkpoints outside the database, in {@code audit/} of the data folder: whoever holds a copy of these files can tell
 * whether the log is still what it was. A thousand notes a file, named by the first; {@code key.txt} holds the key.
 */
@Component
class CheckpointFiles {
    private static final int A_FILE = 1_000;
    private static final String WITNESSED = "witnessed.txt";

    private final Path directory;

    CheckpointFiles(@Value("${yijitong.data}") Path data) {
        directory = data.resolve("audit");
    }

    Path directory() {
        return directory;
    }

    /** The number of the last checkpoint filed, 0 for none. */
    long last() {
        var files = files();
        return files.isEmpty()
                ? 0
                : notes(read(files.getLast())).stream()
                        .map(LogNote::number)
                        .max(Long::compare)
                        .orElse(0L);
    }

    /** Every note filed, in their order. */
    List<LogNote> all() {
        return files().stream().flatMap(file -> notes(read(file)).stream()).toList();
    }

    /** Writes the key down; what is there already stays, so that another key is seen. */
    void key(LogKey key) {
        var file = directory.resolve("key.txt");
        if (!Files.exists(file)) {
            write(file, key.line() + "\n");
        }
    }

    /** The number of the last checkpoint that the witness took, 0 for none. */
    long witnessed() {
        var file = directory.resolve(WITNESSED);
        return Files.exists(file) ? Long.parseLong(read(file).strip()) : 0;
    }

    /** Notes what the witness took. */
    void witnessed(long number) {
        write(directory.resolve(WITNESSED), number + "\n");
    }

    /** Adds notes, each to the file of its thousand. A file is written anew as a whole, so that none is torn. */
    void append(List<LogStore.Signed> notes) {
        var rest = notes;
        while (!rest.isEmpty()) {
            long thousand = rest.getFirst().checkpointNumber() / A_FILE;
            var now = rest.stream()
                    .takeWhile(note -> note.checkpointNumber() / A_FILE == thousand)
                    .toList();
            var file = directory.resolve(String.format(Locale.ROOT, "%012d.txt", thousand * A_FILE));
            var text = new StringBuilder(Files.exists(file) ? read(file) : "");
            now.forEach(note -> text.append(note.note()).append('\n'));
            write(file, text.toString());
            rest = rest.subList(now.size(), rest.size());
        }
    }

    /** A note ends with the line after its signature, which is empty. */
    static List<LogNote> notes(String text) {
        List<LogNote> notes = new ArrayList<>();
        int from = 0;
        int body = text.indexOf("\n\n");
        while (body >= 0) {
            int end = text.indexOf("\n\n", body + 2);
            if (end < 0) {
                break;
            }
            notes.add(LogNote.of(text.substring(from, end + 1)));
            from = end + 2;
            body = text.indexOf("\n\n", from);
        }
        return notes;
    }

    private List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var all = Files.list(directory)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d{12}\\.txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints in " + directory + " cannot be listed", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints in " + file + " cannot be read", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            try (var channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints cannot be written to " + file, e);
        }
    }
}

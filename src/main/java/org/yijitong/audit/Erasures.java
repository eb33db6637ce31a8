package org.yijitong.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Of whom something was erased, outside the database: a backup from before would bring it back, and whoever restores it
 * tells it by this file what to erase again (PIPL art. 47). {@code audit/erasures.txt} of the data folder holds ids and
 * moments only, a line each in the form of the lines of the log, so that those of a log that was taken out serve as well.
 *
 * <p>A line is on the disk before the transaction that erases ends: what was erased is never missing here. If the
 * transaction fails after that, the line speaks of what the next night erases.
 */
@Component
public class Erasures {
    /** The deeds that erase: what was held on somebody who left, a mail address that its holder took away. */
    public static final String PERSON = "person.forgotten";

    public static final String MAILBOX = "mailbox.removed";

    private static final int FIELDS = 8;

    private final Path file;
    private final Clock clock;

    Erasures(@Value("${yijitong.data}") Path data, Clock clock) {
        this.file = data.resolve("audit").resolve("erasures.txt");
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param unit null for what belongs to an account
     * @param deed {@link #PERSON} or {@link #MAILBOX}
     * @param subject the person, or the account
     */
    public record Erasure(@Nullable UUID unit, Instant at, String deed, UUID subject) {}

    /** Notes people of a unit. */
    public void people(UUID unit, Collection<UUID> people) {
        List<String> lines = new ArrayList<>();
        people.forEach(person -> lines.add(
                String.join("\t", "-", unit.toString(), now(), "-", PERSON, "person", person.toString(), "-")));
        append(lines);
    }

    /** Notes an account whose mail address was taken away. */
    public void mailbox(UUID account) {
        append(List.of(String.join("\t", "-", "-", now(), account.toString(), MAILBOX, "-", "-", "-")));
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
    }

    private void append(List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel =
                    FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                // A line of its own, even after one that a full disk cut short.
                String text = (channel.size() == 0 ? "" : "\n") + String.join("\n", lines) + "\n";
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is erased cannot be noted in " + file, e);
        }
    }

    /**
     * Reads such a file, or the {@code entries.txt} of a log that was taken out; other deeds are left out.
     *
     * @throws IllegalArgumentException with the number of a line that is none of either
     */
    public static List<Erasure> read(Path file) throws IOException {
        List<Erasure> found = new ArrayList<>();
        try (var lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] fields = line.split("\t", -1);
                if (fields.length < FIELDS && (line.isEmpty() || line.startsWith("-"))) {
                    // Empty, or cut short by a full disk: then nothing was erased either.
                    continue;
                }
                if (fields.length != FIELDS) {
                    throw new IllegalArgumentException("line " + number + " is no line of a log");
                }
                try {
                    if (fields[4].equals(PERSON)) {
                        found.add(new Erasure(
                                UUID.fromString(fields[1]),
                                Instant.parse(fields[2]),
                                PERSON,
                                UUID.fromString(fields[6])));
                    } else if (fields[4].equals(MAILBOX)) {
                        found.add(new Erasure(null, Instant.parse(fields[2]), MAILBOX, UUID.fromString(fields[3])));
                    }
                } catch (IllegalArgumentException | DateTimeParseException e) {
                    throw new IllegalArgumentException("line " + number + " has no ids or no moment", e);
                }
            }
        }
        return found;
    }
}

package org.yijitong.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes the log out for people outside, who check it with {@code docs/Verify.java} and nothing of ours: the key, every
 * checkpoint, every line; the details only if wanted. Reads as the owner of the tables.
 */
@Component
public class LogExport {
    private static final int A_PAGE = 4_096;
    private static final int CHECKPOINTS = 1_000;

    private final LogStore log;
    private final LogCheckStore store;
    private final LogSigner signer;

    LogExport(LogStore log, LogCheckStore store, LogSigner signer) {
        this.log = log;
        this.store = store;
        this.signer = signer;
    }

    /**
     * Writes what is signed; an erased detail leaves a hyphen.
     *
     * @param folder is made; it must hold nothing yet
     * @param details also what each entry said, which may speak of people
     * @return how many entries were written
     */
    public long to(Path folder, boolean details) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("key.txt"), first().line() + "\n");
            long size = checkpoints(folder);
            entries(folder, size, details);
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException("the log cannot be written to " + folder, e);
        }
    }

    /** The key the log began with: whoever noted it then follows it through every change. */
    private LogKey first() {
        return LogKeys.of(signer.open(), log.changes(), new ArrayList<>()).first();
    }

    /** The size of the last one. */
    private long checkpoints(Path folder) throws IOException {
        long size = 0;
        try (var out = writer(folder, "checkpoints.txt")) {
            List<LogStore.Signed> next = log.after(0, CHECKPOINTS);
            while (!next.isEmpty()) {
                for (LogStore.Signed each : next) {
                    out.append(each.note()).append('\n');
                }
                size = next.getLast().size();
                next = log.after(next.getLast().checkpointNumber(), CHECKPOINTS);
            }
        }
        return size;
    }

    private void entries(Path folder, long size, boolean details) throws IOException {
        try (var lines = writer(folder, "entries.txt");
                var said = details ? writer(folder, "details.txt") : null) {
            for (long first = 0; first < size; first += A_PAGE) {
                for (LogRow entry : store.page(first, Math.min(size, first + A_PAGE))) {
                    lines.append(entry.line()).append('\n');
                    if (said != null) {
                        said.append(entry.said()).append('\n');
                    }
                }
            }
        }
    }

    private static BufferedWriter writer(Path folder, String name) throws IOException {
        return Files.newBufferedWriter(folder.resolve(name), StandardOpenOption.CREATE_NEW);
    }
}

package org.yijitong.operation.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The server's {@code postmaster.pid}: the process number on its first line, its port on its fourth, its
 * state on its eighth.
 *
 * @param file the pid file of one data directory
 */
record PidFile(Path file) {

    /** A process number no system gives (Linux ends at 2^22, macOS below 100,000). */
    private static final long NOBODY = 999_999_999L;

    private static final int PORT = 3;
    private static final int STATE = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static PidFile in(Path directory) {
        return new PidFile(directory.resolve("postmaster.pid"));
    }

    /**
     * Clears what an earlier run left. The data folder is locked by us, so a server still alive on it is an orphan of
     * a process that died: it is stopped. A number that now belongs to someone else would make the server refuse to
     * start; it is replaced by one that nobody has, and the rest of the file kept, since the server finds in it the
     * shared memory that stragglers of the old one may still hold.
     */
    void settle() {
        var lines = lines();
        if (lines.isEmpty()) {
            remove();
            return;
        }
        long pid = number(lines.getFirst());
        if (pid <= 0) {
            remove();
            return;
        }
        var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return;
        }
        if (isPostmasterHere(process.get())) {
            stop(process.get());
        } else {
            write(NOBODY
                    + System.lineSeparator()
                    + String.join(System.lineSeparator(), lines.subList(1, lines.size()))
                    + System.lineSeparator());
        }
    }

    /** Whether the server of that process number says it takes connections. */
    boolean ready(long pid) {
        var lines = lines();
        return lines.size() > STATE
                && number(lines.getFirst()) == pid
                && lines.get(STATE).strip().equals("ready");
    }

    /** The port of the living server, if there is one. */
    Optional<Integer> port() {
        return postmaster().map(_ -> (int) number(lines().get(PORT)));
    }

    /** The living server's process, if there is one. */
    Optional<ProcessHandle> postmaster() {
        var lines = lines();
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(number(lines.getFirst())).filter(this::isPostmasterHere);
    }

    private boolean isPostmasterHere(ProcessHandle process) {
        var info = process.info();
        var directory = file.getParent();
        return directory != null
                && info.arguments().map(List::of).orElse(List.of()).containsAll(List.of("-D", directory.toString()));
    }

    private static void stop(ProcessHandle orphan) {
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            Command.signal(signal, orphan.pid());
            if (ended(orphan)) {
                return;
            }
        }
        throw new StartRefused("an earlier database process does not end: " + orphan.pid());
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted while an earlier database process was ending", e);
        }
    }

    private static long number(String line) {
        try {
            return Long.parseLong(line.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Nothing, too, while the server is rewriting the file or has just removed it. */
    private List<String> lines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new StartRefused("cannot read " + file + ": " + e, e);
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StartRefused("cannot remove " + file + ": " + e, e);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new StartRefused("cannot write " + file + ": " + e, e);
        }
    }
}

package org.yijitong.operation.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The server process and the thread that keeps it: starts it, waits for it, and starts it again if it is killed.
 *
 * <p>The thread is a platform thread that lives as long as the server, since the kernel signals the server when the
 * thread that forked it ends.
 */
final class Postmaster {

    private static final System.Logger LOG = System.getLogger(Postmaster.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration YOUNG = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final int YOUNG_DEATHS = 3;
    private static final long LOG_BYTES = 5_000_000;

    private final Cluster cluster;
    private final List<String> command;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread keeper;
    private @Nullable Process process;
    private boolean wanted = true;

    /** @param command the whole command that becomes the server, without changing its process number */
    Postmaster(Cluster cluster, List<String> command) {
        this.cluster = cluster;
        this.command = command;
        this.keeper = Thread.ofPlatform().daemon().name("postgres").unstarted(this::keep);
    }

    /** Starts the server and returns when it takes connections. */
    void start() {
        keeper.start();
        try {
            ready.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartRefused refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted while the database was starting", e);
        }
    }

    /** Fast, clean stop (SIGINT); after ten seconds an immediate one (SIGQUIT), which the next start recovers from. */
    void stop() {
        Process running;
        synchronized (this) {
            wanted = false;
            running = process;
        }
        if (running == null) {
            return;
        }
        for (var signal : List.of("INT", "QUIT")) {
            Command.signal(signal, running.pid());
            if (ends(running)) {
                return;
            }
        }
        running.destroyForcibly();
    }

    private static boolean ends(Process running) {
        try {
            return running.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void keep() {
        int youngDeaths = 0;
        try {
            while (youngDeaths < YOUNG_DEATHS) {
                var started = untilReady();
                if (started == null) {
                    return;
                }
                ready.complete(null);
                long since = System.nanoTime();
                int status = started.waitFor();
                if (!isWanted()) {
                    return;
                }
                LOG.log(Level.ERROR, "the database process ended (status {0}) and is started again", status);
                youngDeaths = System.nanoTime() - since < YOUNG.toNanos() ? youngDeaths + 1 : 0;
            }
            LOG.log(Level.ERROR, "the database process keeps ending: see {0}", cluster.log());
        } catch (StartRefused e) {
            if (!ready.completeExceptionally(e)) {
                LOG.log(Level.ERROR, "the database cannot be started again: {0}", e.getMessage());
            }
        } catch (InterruptedException | IOException | RuntimeException e) {
            ready.completeExceptionally(e);
        } finally {
            ready.completeExceptionally(new StartRefused("the database did not get ready: see " + cluster.log()));
        }
    }

    /**
     * Starts it as often as it takes: stragglers of a killed server hold its memory for a moment, and then the new one
     * refuses.
     *
     * @return the running server, or null if it is no longer wanted
     */
    private @Nullable Process untilReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        makeRoom();
        while (true) {
            PidFile.in(cluster.directory()).settle();
            long before = Files.exists(cluster.log()) ? Files.size(cluster.log()) : 0;
            var started = spawn();
            if (started == null || ready(started, deadline)) {
                return started;
            }
            var said = Files.readString(cluster.log()).substring((int) before);
            if (!isWanted()) {
                return null;
            }
            if (!said.contains("still in use") || System.nanoTime() > deadline) {
                throw new StartRefused("the database did not start: "
                        + Cluster.complaints(said).findFirst().orElseGet(() -> Cluster.lastLine(said)));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS * 5);
        }
    }

    private boolean ready(Process started, long deadline) throws InterruptedException {
        var pidFile = PidFile.in(cluster.directory());
        while (System.nanoTime() < deadline) {
            if (started.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (pidFile.ready(started.pid())) {
                return true;
            }
        }
        stop();
        return false;
    }

    private synchronized @Nullable Process spawn() throws IOException {
        if (!wanted) {
            return null;
        }
        var log = ProcessBuilder.Redirect.appendTo(cluster.log().toFile());
        process = Command.builder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        return process;
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    private void makeRoom() throws IOException {
        var log = cluster.log();
        if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

package org.yijitong.operation;

import jakarta.annotation.PreDestroy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yijitong.access.Accounts;
import org.yijitong.audit.Audit;
import org.yijitong.operation.bundle.Bundles;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/**
 * Has bundles made beside the requests, one at a time, and keeps each for a day in a private folder of the data. Whoever
 * asked takes it, once somebody else has agreed: nobody alone takes all that a unit has out of the server. A restart
 * forgets what was made; the log does not.
 */
@Component
@Transactional
public class BundleDesk {
    private static final int LONGEST_REASON = 200;

    private final Bundles bundles;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;
    private final Uuid7 ids;
    private final Path folder;
    /** The newest of each unit. */
    private final Map<UUID, BundleRun> runs = new ConcurrentHashMap<>();

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("bundle").daemon().factory());

    BundleDesk(
            Bundles bundles,
            Accounts accounts,
            Audit audit,
            Clock clock,
            Uuid7 ids,
            @Value("${yijitong.data}") Path data) {
        this.bundles = bundles;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.folder = data.resolve("bundles");
    }

    /**
     * Begins one; an older one of the unit is put away.
     *
     * @param passphrase under which identity numbers are sealed; empty to leave them out
     * @throws Invalid of the field {@code reason} or {@code passphrase}
     * @throws Refused while one of the unit is being made
     */
    public UUID ask(Scope scope, String reason, String passphrase) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Invalid("reason", "operation.bundle.invalid.reason", LONGEST_REASON);
        }
        if (!passphrase.isEmpty() && passphrase.length() < Bundles.SHORTEST) {
            throw new Invalid("passphrase", "operation.bundle.invalid.passphrase", Bundles.SHORTEST);
        }
        boolean numbers = !passphrase.isEmpty();
        BundleRun run = new BundleRun(ids.next(), scope, why, numbers, clock.instant(), bundles.tables());
        BundleRun before = runs.get(scope.unit().value());
        if (before != null && before.state() == BundleRun.State.PACKING) {
            throw new Refused("operation.bundle.refused.under-way");
        }
        note(scope, "bundle.asked", run, Map.of("reason", why, "numbers", numbers));
        afterwards(() -> begin(run, numbers ? passphrase : null));
        return run.id();
    }

    private static void afterwards(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private void begin(BundleRun run, @Nullable String passphrase) {
        BundleRun before = runs.put(run.asker().unit().value(), run);
        if (before != null) {
            before.cancel();
            delete(before);
        }
        worker.execute(() -> work(run, passphrase));
    }

    private void work(BundleRun run, @Nullable String passphrase) {
        if (run.state() != BundleRun.State.PACKING) {
            return;
        }
        try {
            Bundles.Packed packed = bundles.pack(run.asker(), passphrase, run.stoppable(file(run)), _ -> run.went());
            run.made(packed.rows(), Files.size(path(run)), clock.instant());
        } catch (CancellationException stopped) {
            // Whoever stopped it has said so.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            run.move(BundleRun.State.PACKING, BundleRun.State.FAILED);
            if (run.state() != BundleRun.State.WAITING) {
                delete(run);
            }
        }
    }

    private OutputStream file(BundleRun run) throws IOException {
        Path file = PrivateFolder.file(folder, path(run));
        return new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.WRITE));
    }

    private Path path(BundleRun run) {
        return folder.resolve(run.id() + ".zip");
    }

    private void delete(BundleRun run) {
        try {
            Files.deleteIfExists(path(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest one of the unit, while it is of use. */
    @Transactional(readOnly = true)
    public Optional<BundleRun> latest(Scope scope) {
        return Optional.ofNullable(runs.get(scope.unit().value())).filter(run -> !run.over(clock.instant()));
    }

    /** @throws NotFound when the unit has none of that id, or it was longer ago than a day */
    @Transactional(readOnly = true)
    public BundleRun find(Scope scope, UUID id) {
        return latest(scope).filter(run -> run.id().equals(id)).orElseThrow(NotFound::new);
    }

    /** Stops it, or puts it away when it is made already. */
    public void cancel(Scope scope, UUID id) {
        BundleRun run = find(scope, id);
        if (run.cancel()) {
            note(scope, "bundle.cancelled", run, Map.of());
            delete(run);
        }
    }

    /**
     * Lets whoever asked take it.
     *
     * @throws Refused when it is not made, or by whoever asked, or by an account that whoever asked opened
     */
    public void release(Scope scope, UUID id) {
        BundleRun run = find(scope, id);
        if (run.account().equals(scope.account())) {
            throw new Refused("operation.bundle.refused.own");
        }
        if (accounts.inHandsOf(scope.account(), run.account())) {
            throw new Refused("operation.bundle.refused.hands");
        }
        if (!run.move(BundleRun.State.WAITING, BundleRun.State.RELEASED)) {
            throw new Refused("operation.bundle.refused.state");
        }
        note(scope, "bundle.released", run, Map.of());
    }

    /**
     * The file, to be sent to whoever asked.
     *
     * @throws NotFound when somebody else asked for it
     * @throws Refused when nobody has agreed yet
     */
    public Path take(Scope scope, UUID id) {
        BundleRun run = find(scope, id);
        if (!run.account().equals(scope.account())) {
            throw new NotFound();
        }
        if (run.state() != BundleRun.State.RELEASED) {
            throw new Refused("operation.bundle.refused.state");
        }
        note(scope, "bundle.taken", run, Map.of("bytes", run.bytes()));
        return path(run);
    }

    private void note(Scope scope, String what, BundleRun run, Map<String, ?> detail) {
        audit.record(scope, what, "bundle", run.id(), detail);
    }

    /** Removes what was made longer ago than a day, by this process or by one before it. */
    @Scheduled(fixedDelay = 10 * 60 * 1000L)
    public void tidy() {
        Instant now = clock.instant();
        runs.values().removeIf(run -> run.over(now));
        PrivateFolder.files(folder).stream()
                .filter(file -> PrivateFolder.written(file).plus(BundleRun.KEPT).isBefore(now))
                .forEach(PrivateFolder::delete);
    }

    @PreDestroy
    void close() {
        worker.shutdownNow();
    }
}

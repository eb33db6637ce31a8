package org.yijitong.organization.imports;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Scope;

/**
 * Has imports checked, put in and taken back beside the requests: one file is read at a time, so that its memory bounds them all,
 * and one roster is written at a time.
 */
@Component
public class ImportRunner {
    /** Work that has said nothing for so long is in no process any more. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final ImportChecking checking;
    private final ImportWriting writing;
    private final ImportUndoing undoing;
    private final Clock clock;
    private final Map<ImportId, Integer> waiting = new ConcurrentHashMap<>();
    private final ExecutorService reader = alone("import-reading");
    private final ExecutorService writer = alone("import-writing");

    public ImportRunner(ImportChecking checking, ImportWriting writing, ImportUndoing undoing, Clock clock) {
        this.checking = checking;
        this.writing = writing;
        this.undoing = undoing;
        this.clock = clock;
    }

    private static ExecutorService alone(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Has an import in state READING checked soon. Call after the transaction that put it there. */
    public void start(Scope scope, ImportId id) {
        soon(reader, id, () -> check(scope, id));
    }

    /** Has an import in state APPLYING put in soon. Call after the transaction that put it there. */
    public void write(Scope scope, ImportId id) {
        soon(writer, id, () -> apply(scope, id));
    }

    /** Has an import in state UNDOING taken back soon. Call after the transaction that put it there. */
    public void takeBack(Scope scope, ImportId id) {
        soon(writer, id, () -> undo(scope, id));
    }

    private void soon(ExecutorService worker, ImportId id, Runnable work) {
        waiting.merge(id, 1, Integer::sum);
        worker.execute(() -> {
            try {
                work.run();
            } finally {
                waiting.computeIfPresent(id, (_, times) -> times == 1 ? null : times - 1);
            }
        });
    }

    /**
     * Looks after what a process that is gone left under way: its work has been silent too long, and nobody here does
     * it. A check is taken up again; what was being put in or taken back is as before, and a person may do it again. A
     * page that shows an import calls this.
     */
    public void resume(Scope scope, Import found) {
        boolean silent = found.beatAt().isBefore(clock.instant().minus(SILENCE));
        if (!silent || waiting.containsKey(found.importId())) {
            return;
        }
        if (found.state() == ImportState.READING) {
            start(scope, found.importId());
        } else if (found.state() == ImportState.APPLYING) {
            writing.giveBack(scope, found.importId(), "imports.back.interrupted");
        } else if (found.state() == ImportState.UNDOING) {
            undoing.keep(scope, found.importId(), "imports.kept.interrupted");
        }
    }

    /** Checks an import, now and in this thread. */
    public void check(Scope scope, ImportId id) {
        checking.check(scope, id);
    }

    /** Puts an import in, now and in this thread. */
    public void apply(Scope scope, ImportId id) {
        writing.apply(scope, id);
    }

    /** Takes an import back, now and in this thread. */
    public void undo(Scope scope, ImportId id) {
        undoing.undo(scope, id);
    }

    @PreDestroy
    void stop() {
        reader.shutdownNow();
        writer.shutdownNow();
    }
}

package org.yijitong.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yijitong.shared.AtOnce;

/**
 * Checks the whole log: every entry against its leaf, every leaf against the tree, the tree against every checkpoint,
 * the checkpoints against the key and against the files outside the database. Reads as the owner of the tables.
 */
@Component
public class LogCheck {
    private static final int A_PAGE = 4_096;
    private static final int PAGES = 64;
    private static final int CHECKPOINTS = 10_000;
    private static final int NAMED = 20;

    private final LogStore log;
    private final LogCheckStore store;
    private final LogSigner signer;
    private final CheckpointFiles files;

    LogCheck(LogStore log, LogCheckStore store, LogSigner signer, CheckpointFiles files) {
        this.log = log;
        this.store = store;
        this.signer = signer;
        this.files = files;
    }

    /**
     * What was found.
     *
     * @param entries that are numbered and signed
     * @param checkpoints in the database
     * @param waiting entries written since the last checkpoint: nothing can be proven of them yet
     * @param findings what does not fit, one sentence each; empty for a log that is whole
     */
    public record Report(long entries, long checkpoints, long waiting, List<String> findings) {
        /** Whether nothing was found. */
        public boolean clean() {
            return findings.isEmpty();
        }
    }

    /** The key by which the log was signed at first, as outsiders know it, and those that followed with their beginning. */
    public List<String> keys() {
        List<String> lines = new ArrayList<>();
        LogKeys.of(signer.open(), log.changes(), new ArrayList<>())
                .all()
                .forEach((number, key) ->
                        lines.add((number == 0 ? "key: " : "key from checkpoint " + number + " on: ") + key.line()));
        return lines;
    }

    /** @param progress is told the number of entries checked so far */
    public Report run(LongConsumer progress) {
        // The files first: whatever they hold, the database held before.
        List<LogNote> filed = files.all();
        LogCheckStore.Sums sums = store.sums();
        List<String> findings = new ArrayList<>();
        LogKeys keys = LogKeys.of(signer.open(), log.changes(), findings);
        var walk = new LogWalk(signed(keys, filed, sums.last(), findings));
        for (long first = 0; first < sums.leaves(); first += (long) A_PAGE * PAGES) {
            block(first, sums.leaves(), walk, findings);
            progress.accept(walk.size());
        }
        findings.addAll(walk.findings());
        walk.unreached()
                .ifPresent(beyond -> findings.add("checkpoint " + beyond.number() + " of " + beyond.at() + " speaks of "
                        + beyond.size() + " entries, the log has " + sums.leaves()));
        LogCheckStore.Nodes nodes = store.nodes(sums.leaves());
        if (nodes.over() != walk.nodes() || nodes.beyond() > 0) {
            findings.add("nodes are kept that no leaves have");
        }
        found(LogPage.of(store.waiting(CHECKPOINTS), -1), findings);
        counted(sums, findings);
        return new Report(sums.size(), sums.last(), sums.waiting(), findings);
    }

    private void counted(LogCheckStore.Sums sums, List<String> findings) {
        if (sums.leaves() != sums.size()) {
            findings.add("the log has " + sums.leaves() + " leaves, the last checkpoint speaks of " + sums.size());
        }
        if (sums.twice() > 0) {
            findings.add(sums.twice() + " leaves are numbered and wait nevertheless");
        }
        if (sums.entries() != sums.leaves() + sums.waiting()) {
            List<UUID> unlogged = store.unlogged(NAMED);
            findings.add("there are " + sums.entries() + " entries and " + (sums.leaves() + sums.waiting())
                    + " leaves; without a leaf: " + unlogged);
        }
    }

    private void block(long first, long size, LogWalk walk, List<String> findings) {
        List<Callable<LogPage>> works = new ArrayList<>();
        for (long page = first; page < Math.min(size, first + (long) A_PAGE * PAGES); page += A_PAGE) {
            long from = page;
            works.add(() -> LogPage.of(store.page(from, Math.min(size, from + A_PAGE)), from));
        }
        AtOnce.inOrder(works, page -> take(page, walk, findings));
        Map<Span, String> completed = walk.completed();
        completed.keySet().stream().map(Span::level).distinct().forEach(level -> compare(level, completed, walk));
    }

    private void take(LogPage page, LogWalk walk, List<String> findings) {
        found(page, findings);
        walk.take(page.leaves());
    }

    private void found(LogPage page, List<String> findings) {
        findings.addAll(page.findings());
        if (!page.erased().isEmpty()) {
            store.unexplained(page.erased())
                    .forEach(entry -> findings.add("entry " + entry + ": its detail is gone, nobody erased it"));
        }
    }

    private void compare(int level, Map<Span, String> completed, LogWalk walk) {
        Map<Span, String> expected = new HashMap<>(completed);
        expected.keySet().removeIf(span -> span.level() != level);
        List<Long> places = expected.keySet().stream().map(Span::index).toList();
        walk.compare(expected, store.nodes(level, Collections.min(places), Collections.max(places) + 1));
    }

    /** All checkpoints of the database, after a look at their numbers, their signatures and what was filed of them. */
    private List<Checkpoint> signed(LogKeys keys, List<LogNote> filed, long last, List<String> findings) {
        Map<Long, String> outside = filed(keys, filed, last, findings);
        List<Checkpoint> all = new ArrayList<>();
        long number = 0;
        while (number < last) {
            for (LogStore.Signed each : log.after(number, CHECKPOINTS)) {
                if (each.checkpointNumber() != number + 1) {
                    findings.add("checkpoint " + (number + 1) + " is gone");
                }
                number = each.checkpointNumber();
                read(keys.at(number), each, outside.get(number), findings).ifPresent(all::add);
            }
        }
        return all.stream().filter(each -> each.number() <= last).toList();
    }

    private static Optional<Checkpoint> read(
            LogKey key, LogStore.Signed each, @Nullable String outside, List<String> findings) {
        var read = Checkpoint.in(each.note())
                .filter(found -> found.number() == each.checkpointNumber() && found.size() == each.size());
        if (outside != null && !outside.equals(each.note())) {
            findings.add("checkpoint " + each.checkpointNumber() + " is not the one that was filed");
        }
        if (read.isEmpty() || (outside == null && !key.signed(each.note()))) {
            findings.add("checkpoint " + each.checkpointNumber() + " was not signed by the key of this log");
        }
        return read;
    }

    private static Map<Long, String> filed(LogKeys keys, List<LogNote> filed, long last, List<String> findings) {
        Map<Long, String> outside = new HashMap<>();
        for (LogNote note : filed) {
            if (!keys.at(note.number()).signed(note.text())) {
                findings.add("the files hold a checkpoint, number " + note.number() + ", that this key did not sign");
            } else {
                outside.put(note.number(), note.text());
            }
            if (note.number() > last) {
                findings.add("checkpoint " + note.number() + " was filed, the database ends at " + last
                        + ": it was put back to an earlier state");
            }
        }
        return outside;
    }
}

package org.yijitong.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Numbers what was committed and signs what the log then is: every minute, and when asked. Business transactions never
 * wait for it; of two nodes one does it and the other finds it done. It signs only what continues the last checkpoint:
 * a log that was altered since, or put back to an earlier state, is signed no more.
 */
@Component
public class Checkpoints {
    private static final HexFormat HEX = HexFormat.of();
    private static final int AT_ONCE = 10_000;
    private static final int FILED_AT_ONCE = 1_000;
    private static final Duration SILENCE = Duration.ofHours(1);

    private final LogStore store;
    private final LogSigner signer;
    private final CheckpointFiles files;
    private final TransactionOperations transaction;
    private final Clock clock;

    Checkpoints(
            LogStore store, LogSigner signer, CheckpointFiles files, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.signer = signer;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The key that signs. */
    public LogKey key() {
        return signer.open();
    }

    /** The last checkpoint, if there is one yet. */
    public Optional<Checkpoint> last() {
        return store.last().flatMap(signed -> Checkpoint.in(signed.note()));
    }

    /** The last ones, the latest first. */
    public List<Checkpoint> latest(int most) {
        long last = store.last().map(LogStore.Signed::checkpointNumber).orElse(0L);
        return store.after(last - most, most).reversed().stream()
                .flatMap(signed -> Checkpoint.in(signed.note()).stream())
                .toList();
    }

    /**
     * Numbers and signs all that is committed now, and writes it to the files. An hour without entries is signed too:
     * who watches the log sees that it lives.
     *
     * @throws LogBroken when the log does not continue its last checkpoint
     */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    public void now() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> step()));
        }
        file();
    }

    /** Each node files all checkpoints, whichever node signed them. */
    private void file() {
        files.key(signer.open());
        List<LogStore.Signed> next = store.after(files.last(), FILED_AT_ONCE);
        while (!next.isEmpty()) {
            files.append(next);
            next = store.after(files.last(), FILED_AT_ONCE);
        }
    }

    /** Whether there may be more. */
    private boolean step() {
        store.lock();
        Optional<LogStore.Signed> last = store.last();
        Checkpoint before = last.map(this::trusted).orElse(null);
        long size = before == null ? 0 : before.size();
        Frontier tree = edge(size);
        if (before != null && !before.speaksOf(tree)) {
            throw new LogBroken("its " + size + " entries do not have the root that was signed at " + before.at());
        }
        if (store.size() != size) {
            throw new LogBroken("it has " + store.size() + " leaves, " + size + " were signed");
        }
        List<String> leaves = store.append(AT_ONCE);
        Instant now = clock.instant();
        if (leaves.isEmpty() && before != null && now.isBefore(before.at().plus(SILENCE))) {
            return false;
        }
        add(tree, leaves);
        var next = Checkpoint.of(key().name(), tree, before == null ? 1 : before.number() + 1, now);
        store.add(next, next.at(), signer.sign(next));
        return leaves.size() == AT_ONCE;
    }

    /**
     * Signs what there is for the last time, naming the key that follows, and then with that key, naming this one: whoever
     * trusts either of them may trust both. In the transaction of the caller.
     */
    void handOver(LogSigner next) {
        boolean more = true;
        while (more) {
            more = step();
        }
        Checkpoint last = last().orElseThrow();
        Checkpoint farewell = last.farewell(next.open(), clock.instant());
        store.add(farewell, farewell.at(), signer.sign(farewell));
        Checkpoint greeting = farewell.greeting(next.open(), key());
        store.add(greeting, greeting.at(), next.sign(greeting));
    }

    private void add(Frontier tree, List<String> leaves) {
        List<LogStore.Kept> completed = new ArrayList<>();
        for (String each : leaves) {
            tree.append(HEX.parseHex(each), (span, root) -> {
                if (span.isKept()) {
                    completed.add(new LogStore.Kept(span.level(), span.index(), HEX.formatHex(root)));
                }
            });
        }
        store.keep(completed);
    }

    private Frontier edge(long size) {
        var spans = Span.peaks(size);
        var hashes = store.hashes(spans);
        return new Frontier(size, spans.stream().map(hashes::get).toList());
    }

    /** The last checkpoint, if it is ours and the files outside the database know none after it. */
    private Checkpoint trusted(LogStore.Signed last) {
        if (!key().signed(last.note())) {
            throw new LogBroken("checkpoint " + last.checkpointNumber() + " was not signed by this key");
        }
        if (files.last() > last.checkpointNumber()) {
            throw new LogBroken("the database ends at checkpoint " + last.checkpointNumber() + ", the files at "
                    + files.last() + ": an earlier state was put back");
        }
        return Checkpoint.in(last.note())
                .filter(read -> read.number() == last.checkpointNumber() && read.size() == last.size())
                .orElseThrow(() -> new LogBroken("checkpoint " + last.checkpointNumber() + " was replaced"));
    }
}

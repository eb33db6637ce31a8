package org.yijitong.audit;

import java.util.Set;
import org.yijitong.shared.Keys;
import org.yijitong.shared.UnderKeys;

/** The key of the log changes: the log itself says so, signed by both. What was signed stays as it is. */
public final class LogHandover implements UnderKeys {
    private static final int BOTH = 2;

    private final Checkpoints checkpoints;
    private final LogStore store;

    LogHandover(Checkpoints checkpoints, LogStore store) {
        this.checkpoints = checkpoints;
        this.store = store;
    }

    @Override
    public Set<String> names() {
        return Set.of(LogSigner.KEY);
    }

    @Override
    public long move(Keys from, Keys to) {
        checkpoints.handOver(new LogSigner(to));
        return BOTH;
    }

    /** Whether the last checkpoint was signed by the key of the log that is among these. */
    public boolean isWith(Keys keys) {
        return store.last()
                .filter(last -> new LogSigner(keys).open().signed(last.note()))
                .isPresent();
    }
}

package org.yijitong.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which key signed which checkpoints. Where the key changes, the last checkpoint of the one names the other and the first
 * of the other names the one: from the key there is, every earlier one follows.
 */
final class LogKeys {
    private final NavigableMap<Long, LogKey> from = new TreeMap<>();

    private LogKeys() {}

    /**
     * Goes back from change to change.
     *
     * @param last the key that signs now
     * @param changes the checkpoints that name another key, in their order
     * @param findings gets a sentence for a change that one side does not vouch for
     */
    static LogKeys of(LogKey last, List<LogStore.Signed> changes, List<String> findings) {
        var keys = new LogKeys();
        Map<Long, String> notes = new HashMap<>();
        changes.forEach(each -> notes.put(each.checkpointNumber(), each.note()));
        LogKey key = last;
        for (LogStore.Signed each : changes.reversed()) {
            Optional<Checkpoint> greeting =
                    Checkpoint.in(each.note()).filter(read -> read.change().startsWith("after "));
            if (greeting.isEmpty()) {
                continue;
            }
            long number = each.checkpointNumber();
            Optional<LogKey> before = key.signed(each.note()) ? greeting.get().after() : Optional.empty();
            String farewell = notes.getOrDefault(number - 1, "");
            LogKey now = key;
            if (before.isEmpty()
                    || !before.get().signed(farewell)
                    || Checkpoint.in(farewell)
                            .flatMap(Checkpoint::next)
                            .filter(now::equals)
                            .isEmpty()) {
                findings.add("checkpoint " + number + " is signed by a key for which the one before does not vouch");
                break;
            }
            keys.from.put(number, key);
            key = before.get();
        }
        keys.from.put(0L, key);
        return keys;
    }

    /** The key of a checkpoint of that number. */
    LogKey at(long number) {
        return from.floorEntry(Math.max(0, number)).getValue();
    }

    LogKey first() {
        return from.firstEntry().getValue();
    }

    /** Each with the number of its first checkpoint, 0 for the first. */
    NavigableMap<Long, LogKey> all() {
        return from;
    }
}

package org.yijitong.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grows the tree anew and compares it with every checkpoint it passes, and with the nodes that are kept. */
final class LogWalk {
    private final Frontier tree = new Frontier(0, List.of());
    private final List<Checkpoint> signed;
    private final Map<Span, String> completed = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private int next;
    private long nodes;

    /** @param signed all checkpoints, in their order */
    LogWalk(List<Checkpoint> signed) {
        this.signed = signed;
        compare();
    }

    long size() {
        return tree.size();
    }

    List<String> findings() {
        return findings;
    }

    /** Kept nodes that the walk has passed. */
    long nodes() {
        return nodes;
    }

    void take(List<byte[]> leaves) {
        for (byte[] leaf : leaves) {
            tree.append(leaf, (span, root) -> {
                if (span.isKept()) {
                    completed.put(span, HexFormat.of().formatHex(root));
                }
            });
            compare();
        }
    }

    /** The checkpoints of the present size. */
    private void compare() {
        while (next < signed.size() && signed.get(next).size() <= tree.size()) {
            var checkpoint = signed.get(next++);
            if (!checkpoint.speaksOf(tree)) {
                findings.add("checkpoint " + checkpoint.number() + " of " + checkpoint.at() + ": its "
                        + checkpoint.size() + " entries do not have the root that was signed");
            }
        }
    }

    /** The first kept nodes the walk has completed since the last call, by level. */
    Map<Span, String> completed() {
        Map<Span, String> all = Map.copyOf(completed);
        completed.clear();
        return all;
    }

    void compare(Map<Span, String> expected, List<LogStore.Kept> kept) {
        Map<Span, String> found = new HashMap<>();
        kept.forEach(each -> found.put(new Span(each.level(), each.nodeIndex()), each.hash()));
        nodes += expected.size();
        expected.forEach((span, hash) -> {
            if (!hash.equals(found.get(span))) {
                findings.add(
                        "the node of level " + span.level() + ", place " + span.index() + " is not that of its leaves");
            }
        });
    }

    /** A checkpoint over more entries than there are. */
    Optional<Checkpoint> unreached() {
        return next < signed.size() ? Optional.of(signed.get(next)) : Optional.empty();
    }
}

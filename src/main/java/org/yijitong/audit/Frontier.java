package org.yijitong.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The right edge of a growing tree: the roots of the complete subtrees its leaves fall into, largest first. All that is
 * needed to add leaves and to say the root. For one thread.
 */
final class Frontier {
    private final Merkle merkle = new Merkle();
    private final List<Span> spans;
    private final List<byte[]> roots;
    private long size;

    /** The edge of a tree of so many leaves. {@code hashes}: of its {@link Span#peaks}. */
    Frontier(long size, List<byte[]> hashes) {
        this.size = size;
        spans = new ArrayList<>(Span.peaks(size));
        roots = new ArrayList<>(hashes);
    }

    long size() {
        return size;
    }

    /** Adds a leaf. {@code completed}: is told each subtree that it completes, smallest first. */
    void append(byte[] leaf, BiConsumer<Span, byte[]> completed) {
        var span = new Span(0, size);
        byte[] root = leaf;
        size++;
        while (span.isRight()) {
            spans.removeLast();
            root = merkle.node(roots.removeLast(), root);
            span = span.parent();
            completed.accept(span, root);
        }
        spans.add(span);
        roots.add(root);
    }

    /** MTH of RFC 9162 §2.1.1. */
    byte[] root() {
        if (roots.isEmpty()) {
            return merkle.plain();
        }
        byte[] root = roots.getLast();
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = merkle.node(roots.get(i), root);
        }
        return root;
    }
}

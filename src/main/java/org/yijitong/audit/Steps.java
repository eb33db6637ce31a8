package org.yijitong.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which parts of the tree a proof is made of (RFC 9162 §2.1.3.1 and §2.1.4.1). */
final class Steps {
    /**
     * Leaves side by side whose common root is a hash of a proof.
     *
     * @param first of them
     * @param after the last of them
     */
    record Range(long first, long after) {
        private long width() {
            return after - first;
        }

        private boolean isComplete() {
            return Long.bitCount(width()) == 1;
        }

        private Span span() {
            int level = Long.numberOfTrailingZeros(width());
            return new Span(level, first >> level);
        }

        private Range left() {
            return new Range(first, first + half(width()));
        }

        private Range right() {
            return new Range(first + half(width()), after);
        }

        /** The complete subtrees it falls into. */
        List<Span> spans() {
            if (isComplete()) {
                return List.of(span());
            }
            List<Span> spans = new ArrayList<>(left().spans());
            spans.addAll(right().spans());
            return spans;
        }

        /** Its root, from those of {@link #spans}. */
        byte[] root(Map<Span, byte[]> roots, Merkle merkle) {
            if (isComplete()) {
                byte[] root = roots.get(span());
                if (root == null) {
                    throw new IllegalStateException("no root of " + span());
                }
                return root;
            }
            byte[] left = left().root(roots, merkle);
            return merkle.node(left, right().root(roots, merkle));
        }
    }

    private Steps() {}

    /** The way from a leaf to the root, from below. */
    static List<Range> inclusion(long index, long size) {
        List<Range> steps = new ArrayList<>();
        var here = new Range(0, size);
        while (here.width() > 1) {
            boolean left = index < here.left().after();
            steps.addFirst(left ? here.right() : here.left());
            here = left ? here.left() : here.right();
        }
        return steps;
    }

    /** What shows that a tree of {@code later} leaves begins with one of {@code earlier}; at least one leaf each. */
    static List<Range> consistency(long earlier, long later) {
        List<Range> steps = new ArrayList<>();
        var here = new Range(0, later);
        while (here.after() != earlier) {
            boolean left = earlier <= here.left().after();
            steps.addFirst(left ? here.right() : here.left());
            here = left ? here.left() : here.right();
        }
        if (here.first() > 0) {
            steps.addFirst(here);
        }
        return steps;
    }

    /** The largest power of two below a number above one. */
    private static long half(long width) {
        return Long.highestOneBit(width - 1);
    }
}

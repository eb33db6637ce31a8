package org.yijitong.mechanism.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.mechanism.DocumentFault;
import org.yijitong.mechanism.Term;

/** All that is found wrong while one document is read. */
final class Faults {
    private static final int FEW = 12;

    private final String file;
    private final List<DocumentFault> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void at(Node node, String messageKey, Object... arguments) {
        at(node.getStartMark(), messageKey, arguments);
    }

    void at(Mark mark, String messageKey, Object... arguments) {
        at(mark.getLine() + 1, mark.getColumn() + 1, messageKey, arguments);
    }

    void at(int line, int column, String messageKey, Object... arguments) {
        found.add(new DocumentFault(file, line, column, messageKey, List.of(arguments)));
    }

    /** A word nobody knows: the nearest one is offered, or all if they are few. */
    void unknown(Node node, String written, Collection<Term> known) {
        Nearest.of(written, known)
                .ifPresentOrElse(
                        near -> at(node, "mechanism.fault.unknown-near", written, near),
                        () -> at(
                                node,
                                "mechanism.fault.unknown-of",
                                written,
                                known.stream().limit(FEW).toList()));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the document. */
    List<DocumentFault> list() {
        return found.stream()
                .sorted(Comparator.comparingInt(DocumentFault::line).thenComparingInt(DocumentFault::column))
                .toList();
    }
}

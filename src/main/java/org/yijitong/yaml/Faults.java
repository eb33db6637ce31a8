package org.yijitong.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** All that is found wrong while one document is read. */
public final class Faults {
    private static final int FEW = 12;

    private final String file;
    private final String keys;
    private final List<DocumentFault> found = new ArrayList<>();

    /**
     * Nothing yet.
     *
     * @param file the document, as people know it
     * @param keys what the messages begin with that say what the names of its format mean
     */
    public Faults(String file, String keys) {
        this.file = file;
        this.keys = keys;
    }

    /** A name of the format itself. */
    Term key(String name) {
        return new Term(name, keys + name);
    }

    /** Something wrong where a node begins. */
    public void at(Node node, String messageKey, Object... arguments) {
        at(node.getStartMark(), messageKey, arguments);
    }

    void at(Mark mark, String messageKey, Object... arguments) {
        at(mark.getLine() + 1, mark.getColumn() + 1, messageKey, arguments);
    }

    /** Something wrong at a line and column, both from 1. */
    public void at(int line, int column, String messageKey, Object... arguments) {
        found.add(new DocumentFault(file, line, column, messageKey, List.of(arguments)));
    }

    /** A word nobody knows: the nearest one is offered, or all if they are few. */
    public void unknown(Node node, String written, Collection<Term> known) {
        Mark mark = node.getStartMark();
        unknown(mark.getLine() + 1, mark.getColumn() + 1, written, known);
    }

    /** A word nobody knows, at a line and column. */
    public void unknown(int line, int column, String written, Collection<Term> known) {
        Nearest.of(written, known)
                .ifPresentOrElse(
                        near -> at(line, column, "yaml.fault.unknown-near", written, near),
                        () -> at(
                                line,
                                column,
                                "yaml.fault.unknown-of",
                                written,
                                known.stream().limit(FEW).toList()));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the document. */
    public List<DocumentFault> list() {
        return found.stream()
                .sorted(Comparator.comparingInt(DocumentFault::line).thenComparingInt(DocumentFault::column))
                .toList();
    }
}

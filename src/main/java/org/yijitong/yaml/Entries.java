package org.yijitong.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The names and values of one place in a document, of which only known ones may be there, each once. */
public final class Entries {
    private final Node node;
    private final Faults faults;
    private final Map<String, NodeTuple> found = new LinkedHashMap<>();

    /** @param known the names that may stand here */
    public Entries(Node node, Faults faults, String... known) {
        this.node = node;
        this.faults = faults;
        List<Term> terms = Stream.of(known).map(faults::key).toList();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> take(tuple, terms));
        } else {
            faults.at(node, "yaml.fault.mapping", terms);
        }
    }

    private void take(NodeTuple tuple, List<Term> known) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            faults.at(tuple.getKeyNode(), "yaml.fault.scalar");
            return;
        }
        String name = key.getValue();
        NodeTuple before = found.putIfAbsent(name, tuple);
        if (before != null) {
            int line = before.getKeyNode().getStartMark().getLine() + 1;
            faults.at(key, "yaml.fault.twice", name, line);
        } else if (known.stream().noneMatch(term -> term.word().equals(name))) {
            faults.unknown(key, name, known);
        }
    }

    /** The place itself. */
    public Node node() {
        return node;
    }

    /** Whether a name stands there. */
    public boolean has(String key) {
        return found.containsKey(key);
    }

    /** Where a name stands; where all of it begins when it does not. */
    public Node key(String key) {
        NodeTuple tuple = found.get(key);
        return tuple == null ? node : tuple.getKeyNode();
    }

    /** What stands behind a name, if it stands there. */
    public Optional<Node> find(String key) {
        return Optional.ofNullable(found.get(key)).map(NodeTuple::getValueNode);
    }

    /** What stands behind a name that must be there; otherwise the fault is noted and the other value taken. */
    public <T> T need(String key, T otherwise, Function<Node, T> read) {
        if (!has(key)) {
            if (node instanceof MappingNode) {
                faults.at(node, "yaml.fault.missing", faults.key(key));
            }
            return otherwise;
        }
        return find(key).map(read).orElse(otherwise);
    }

    /** What stands behind a name that may be left out. */
    public <T> T or(String key, T otherwise, Function<Node, T> read) {
        return find(key).map(read).orElse(otherwise);
    }

    /** The elements of a list; a single value is a list of one. */
    public static List<Node> elements(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }
}

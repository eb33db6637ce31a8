package org.yijitong.mechanism.reading;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;

/** The codes of the units there are, by which a document names those it binds. */
@FunctionalInterface
public interface UnitCodes {
    /** All of them. */
    Set<String> all();

    /** Notes every unit that a document names and that is not there, where it stands. */
    default void check(Node root, Faults faults) {
        if (!(root instanceof MappingNode mapping)) {
            return;
        }
        mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("units"))
                .flatMap(entry -> Entries.elements(entry.getValueNode()).stream())
                .forEach(element -> check(element, all(), faults));
    }

    private static void check(Node element, Set<String> known, Faults faults) {
        if (element instanceof ScalarNode code
                && !known.contains(code.getValue().strip())) {
            String some = new TreeSet<>(known).stream().limit(8).collect(Collectors.joining(" "));
            faults.at(element, "mechanism.fault.unit", code.getValue(), some);
        }
    }
}

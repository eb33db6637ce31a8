package org.yijitong.matter.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;

/**
 * What a flow asks though it is known: by the {@link Dictionary}, by the beginning, by the same form. What was published
 * before is not measured by it. The same field asked by several steps is asked anew, and the last answer counts; a party
 * that is outside is held nowhere.
 */
record AskedAlready(Dictionary dictionary, Faults faults) {
    private static final Set<String> TOLD = Set.of("text", "day", "number", "choice");

    /** A field as it is written; {@code plain} its Chinese name without marks. */
    private record Asked(String id, Node name, String plain, boolean told, boolean required) {}

    /** Notes each at the name of its field. */
    void check(Node root) {
        List<Asked> begin = under(root, "begin").map(AskedAlready::fields).orElse(List.of());
        form(begin);
        elements(root, "states").flatMap(state -> elements(state, "steps")).forEach(step -> {
            List<Asked> fields = fields(step);
            form(fields);
            fields.forEach(field -> begun(field, begin));
        });
    }

    private void form(List<Asked> fields) {
        Map<String, Asked> before = new HashMap<>();
        fields.forEach(field -> {
            held(field);
            Asked other = before.putIfAbsent(field.plain(), field);
            if (other != null && !other.id().equals(field.id())) {
                faults.at(field.name(), "matter.fault.asked-twice", words(field), line(other));
            }
        });
    }

    /** The beginning comes once, and what it asked stays. */
    private void begun(Asked field, List<Asked> begin) {
        begin.stream()
                .filter(other -> other.required()
                        && other.plain().equals(field.plain())
                        && !other.id().equals(field.id()))
                .findFirst()
                .ifPresent(other ->
                        faults.at(field.name(), "matter.fault.asked-begun", words(field), line(other), other.id()));
    }

    private void held(Asked field) {
        if (field.told()) {
            names(field.name())
                    .flatMap(name -> dictionary.of(name).stream())
                    .findFirst()
                    .ifPresent(held -> faults.at(field.name(), key(held), words(field), held.word(), held.print()));
        }
    }

    private static String key(Dictionary.Held held) {
        if (!held.person()) {
            return "matter.fault.held-organization";
        }
        return held.print().isEmpty() ? "matter.fault.held-person" : "matter.fault.held-printed";
    }

    private static List<Asked> fields(Node step) {
        List<Asked> fields = new ArrayList<>();
        Stream.concat(elements(step, "ask"), elements(step, "evidence"))
                .forEach(field -> under(field, "name")
                        .ifPresent(name -> fields.add(new Asked(
                                scalar(field, "field"),
                                name,
                                Dictionary.plain(names(name).findFirst().orElse("")),
                                TOLD.contains(scalar(field, "type").isEmpty() ? "text" : scalar(field, "type")),
                                under(field, "optional").isEmpty()))));
        return fields;
    }

    /** What something is called, in each language; in Chinese first. */
    private static Stream<String> names(Node name) {
        return Stream.concat(
                Stream.of("zh-Hans", "en", "zh-Hant")
                        .flatMap(language -> under(name, language).stream())
                        .flatMap(AskedAlready::text),
                text(name));
    }

    private static String words(Asked field) {
        return names(field.name()).findFirst().orElse("");
    }

    private static int line(Asked field) {
        return field.name().getStartMark().getLine() + 1;
    }

    private static String scalar(Node node, String key) {
        return under(node, key).stream().flatMap(AskedAlready::text).findFirst().orElse("");
    }

    private static Stream<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Stream.of(scalar.getValue()) : Stream.of();
    }

    private static Stream<Node> elements(Node node, String key) {
        return under(node, key).stream().flatMap(each -> Entries.elements(each).stream());
    }

    private static Optional<Node> under(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .map(tuple -> tuple.getValueNode())
                        .findFirst()
                : Optional.empty();
    }
}

package org.yijitong.mechanism.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.YamlText;

/**
 * Reads a document back into the form that writes documents, where the form can say all that it says: writing it anew from
 * the form would lose nothing but comments.
 */
final class FormReading {
    private FormReading() {}

    /** The form filled with what a document says; nothing when it says more than the form can, or cannot be read. */
    static Optional<MechanismForm> read(String text, LocalDate today) {
        Optional<Node> root = root(text);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        MechanismForm form = new MechanismForm(typed(root.get()), today);
        String unit = text(root.get(), "units");
        return root(form.text(unit))
                .filter(written -> meaning(written).equals(meaning(root.get())))
                .map(_ -> form);
    }

    /** The code of the one that a document binds; empty when it names none. */
    static String unit(String text) {
        return root(text).map(root -> text(root, "units")).orElse("");
    }

    private static Optional<Node> root(String text) {
        return YamlText.read(text, new Faults("", "mechanism."));
    }

    private static String meaning(Node node) {
        return YamlText.meaning(node, Set.of());
    }

    private static MultiValueMap<String, String> typed(Node root) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.add("title", text(root, "name", "zh-Hans"));
        typed.add("english", text(root, "name", "en"));
        typed.add("id", text(root, "mechanism"));
        typed.add("version", text(root, "version"));
        typed.add("since", text(root, "in-force", "since"));
        typed.add("to", text(root, "in-force", "until"));
        typed.add("regulation", text(root, "sources", "regulation"));
        typed.add("article", text(root, "sources", "article"));
        typed.add("duty", text(root, "duties", "duty"));
        typed.add("often", text(root, "duties", "every"));
        typed.add("need", text(root, "duties", "need"));
        bearers(root).forEach(bearer -> typed.add("bearer", bearer));
        at(root, "duties", "counts", "where").stream()
                .flatMap(FormReading::each)
                .forEach(condition -> {
                    typed.add(text(condition, "field").equals("partners") ? "partners" : "kind", value(condition));
                });
        return typed;
    }

    /** Those named, one or several. */
    private static List<String> bearers(Node root) {
        return at(root, "duties", "owed-by", "organizations").stream()
                .flatMap(FormReading::each)
                .map(FormReading::text)
                .toList();
    }

    private static String value(Node condition) {
        String contains = text(condition, "contains");
        return contains.isEmpty() ? text(condition, "min") : contains;
    }

    /** A text below some names; of a list the first. */
    private static String text(Node node, String... names) {
        return at(node, names).map(FormReading::text).orElse("");
    }

    private static String text(Node node) {
        return each(node).findFirst().orElse(node) instanceof ScalarNode scalar
                ? scalar.getValue().strip()
                : "";
    }

    private static Optional<Node> at(Node node, String... names) {
        Optional<Node> found = Optional.of(node);
        for (String name : names) {
            found = found.flatMap(each -> each(each).findFirst()).flatMap(each -> below(each, name));
        }
        return found;
    }

    private static Optional<Node> below(Node node, String name) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> text(tuple.getKeyNode()).equals(name))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<Node> each(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue().stream() : Stream.of(node);
    }
}

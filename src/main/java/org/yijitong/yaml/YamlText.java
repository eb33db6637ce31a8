package org.yijitong.yaml;

import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Text in YAML as nodes that know their place. Nothing is constructed from it, and what makes YAML dangerous or hard to
 * read is refused: tabs, references, tags, deep nesting, great length.
 */
public final class YamlText {
    /** Characters; the longest shipped document has about 8,000. */
    private static final int LONGEST = 200_000;

    /** Stands for a file that is not worth opening, and for one that is no text; neither could be a document. */
    static final String TOO_LONG = "\u0001";

    static final String NOT_UTF_8 = "\u0002";

    private static final int DEEPEST = 20;
    private static final Pattern TAB = Pattern.compile("(?m)^( *)\t");

    private final String text;
    private final Faults faults;
    private final Yaml yaml;

    private YamlText(String text, Faults faults) {
        this.text = text;
        this.faults = faults;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        this.yaml = new Yaml(options);
    }

    /** The root; empty when there are faults that keep it from being read at all. */
    public static Optional<Node> read(String text, Faults faults) {
        return new YamlText(text, faults).read();
    }

    private Optional<Node> read() {
        if (text.length() > LONGEST || text.equals(TOO_LONG)) {
            faults.at(1, 1, "yaml.fault.size", LONGEST / 1000);
        } else if (text.equals(NOT_UTF_8)) {
            faults.at(1, 1, "yaml.fault.encoding");
        }
        tabs();
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        try {
            yaml.parse(new StringReader(text)).forEach(this::check);
            Node root = faults.isEmpty() ? yaml.compose(new StringReader(text)) : null;
            if (faults.isEmpty() && root == null) {
                faults.at(1, 1, "yaml.fault.empty");
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            faults.at(
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    "yaml.fault.syntax");
        } catch (YAMLException e) {
            faults.at(1, 1, "yaml.fault.unreadable", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private void tabs() {
        Matcher tabs = TAB.matcher(text);
        int line = 1;
        int from = 0;
        while (tabs.find()) {
            line += (int) text.substring(from, tabs.start())
                    .chars()
                    .filter(each -> each == '\n')
                    .count();
            from = tabs.start();
            faults.at(line, tabs.group(1).length() + 1, "yaml.fault.tab");
        }
    }

    private void check(Event event) {
        if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
            faults.at(event.getStartMark(), "yaml.fault.alias");
        } else if (event instanceof ScalarEvent scalar && scalar.getTag() != null) {
            faults.at(event.getStartMark(), "yaml.fault.tag");
        }
    }

    /**
     * The text without what carries no meaning: the same for two that differ only in comments, spaces, order and quotes.
     *
     * @param unjudged names that carry none either, with what stands behind them
     */
    public static String meaning(Node node, Set<String> unjudged) {
        return switch (node) {
            case ScalarNode scalar -> quoted(scalar.getValue().strip());
            case SequenceNode sequence ->
                sequence.getValue().stream()
                        .map(each -> meaning(each, unjudged))
                        .collect(Collectors.joining(",", "[", "]"));
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .filter(tuple ->
                                !(tuple.getKeyNode() instanceof ScalarNode key && unjudged.contains(key.getValue())))
                        .map(tuple ->
                                meaning(tuple.getKeyNode(), unjudged) + ":" + meaning(tuple.getValueNode(), unjudged))
                        .sorted()
                        .collect(Collectors.joining(",", "{", "}"));
            default -> throw new IllegalArgumentException("a reference that was not refused");
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

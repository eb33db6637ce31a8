package org.yijitong.mechanism.reading;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yijitong.mechanism.RedLine;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Worded;

/**
 * The red lines, as they ship with the product; nothing of a user is read into them. A document that says what one of
 * them forbids is refused at that place, with the line and its rule. The names of rules may say anything.
 */
@Component
public class RedLines {
    /** Half-dead mechanisms (清理关停). */
    private static final String ENDLESS = "R11";

    /** In years; statutes are looked at again after about ten. */
    private static final int LONGEST = 12;

    private static final Set<String> RULES = Set.of("sources", "basis");

    private final RedLineFile.Content content;
    private final Wording wording;
    private final Map<RedLine, Pattern> words = new LinkedHashMap<>();

    /** @throws IllegalStateException when the shipped file has a fault */
    RedLines(DocumentFiles files) {
        this.content = RedLineFile.read(files.redLines());
        this.wording = new Wording(content.deniedBy());
        content.lines().stream()
                .filter(line -> !line.words().isEmpty())
                .forEach(line -> words.put(line, Wording.any(line.words())));
    }

    /** The day from which these red lines hold in this wording. */
    public String edition() {
        return content.edition();
    }

    /** All of them, in their order. */
    public List<RedLine> all() {
        return content.lines();
    }

    /** Notes every place of a document where a red line is touched. */
    public void check(Node node, Faults faults) {
        switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .filter(RedLines::judged)
                        .forEach(tuple -> check(tuple.getValueNode(), faults));
            case SequenceNode sequence -> sequence.getValue().forEach(each -> check(each, faults));
            case ScalarNode scalar -> check(scalar, faults);
            default -> throw new IllegalArgumentException("a reference that was not refused");
        }
    }

    /** What never ends is never looked at again (R11): an end there must be, and within twelve years of the beginning. */
    public void checkEnd(Node root, Faults faults) {
        under(root, "in-force").filter(MappingNode.class::isInstance).ifPresent(force -> {
            Optional<LocalDate> since = under(force, "since").flatMap(RedLines::day);
            Optional<Node> until = under(force, "until");
            boolean far = until.flatMap(RedLines::day)
                    .filter(day -> since.isPresent() && day.isAfter(since.get().plusYears(LONGEST)))
                    .isPresent();
            if (until.isEmpty() || far) {
                RedLine line = content.lines().stream()
                        .filter(each -> each.line().equals(ENDLESS))
                        .findFirst()
                        .orElseThrow();
                faults.at(
                        until.orElse(force),
                        "mechanism.fault.endless",
                        LONGEST,
                        ENDLESS,
                        line.basis().regulation(),
                        line.basis().article());
            }
        });
    }

    private static Optional<Node> under(Node node, String name) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(name))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<LocalDate> day(Node node) {
        try {
            return node instanceof ScalarNode scalar
                    ? Optional.of(LocalDate.parse(scalar.getValue()))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            // That it is no day is said where days are read.
            return Optional.empty();
        }
    }

    private static boolean judged(NodeTuple tuple) {
        return !(tuple.getKeyNode() instanceof ScalarNode key && RULES.contains(key.getValue()));
    }

    private void check(ScalarNode scalar, Faults faults) {
        String plain = Wording.plain(scalar.getValue());
        words.forEach((line, asked) -> wording.asked(plain, asked)
                .ifPresent(word -> faults.at(scalar, "mechanism.fault.red-line", said(word, line))));
    }

    private static Object[] said(String word, RedLine line) {
        Worded forbids = line.forbids()::in;
        return new Object[] {
            word, line.line(), forbids, line.basis().regulation(), line.basis().article()
        };
    }
}

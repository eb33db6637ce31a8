package org.yijitong.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Single values of a document: words, texts, numbers, days. After a fault something harmless stands in. */
public final class Scalars {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    private final Faults faults;

    public Scalars(Faults faults) {
        this.faults = faults;
    }

    /** The text of a value; empty after a fault. */
    public Optional<String> plain(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            faults.at(node, "yaml.fault.scalar");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            faults.at(node, "yaml.fault.blank");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue().strip());
    }

    /** A text; empty after a fault. */
    public String text(Node node, int longest) {
        return plain(node)
                .filter(text -> fits(node, text.length() <= longest, "yaml.fault.long", longest))
                .orElse("");
    }

    /** A name in small letters, digits and dashes; empty after a fault. */
    public String id(Node node) {
        return plain(node)
                .filter(text -> fits(node, ID.matcher(text).matches(), "yaml.fault.id"))
                .orElse("");
    }

    /** A whole number between two others. */
    public int whole(Node node, int least, int most) {
        return plain(node)
                .filter(text -> fits(
                        node,
                        WHOLE.matcher(text).matches()
                                && Integer.parseInt(text) >= least
                                && Integer.parseInt(text) <= most,
                        "yaml.fault.whole",
                        least,
                        most))
                .map(Integer::valueOf)
                .orElse(least);
    }

    /** A number that is not negative, with up to two decimals. */
    public BigDecimal number(Node node) {
        return plain(node)
                .filter(text -> fits(node, NUMBER.matcher(text).matches(), "yaml.fault.number"))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ONE);
    }

    /** A number above 0, with up to two decimals. */
    public BigDecimal positive(Node node) {
        return plain(node)
                .filter(text -> fits(
                        node,
                        NUMBER.matcher(text).matches() && new BigDecimal(text).signum() > 0,
                        "yaml.fault.positive"))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ONE);
    }

    /** A day; the other one after a fault. */
    public LocalDate day(Node node, LocalDate otherwise) {
        return plain(node).flatMap(text -> parsed(node, text)).orElse(otherwise);
    }

    private Optional<LocalDate> parsed(Node node, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            faults.at(node, "yaml.fault.day", text);
            return Optional.empty();
        }
    }

    /** A word out of a closed list; empty after a fault. */
    public Optional<String> word(Node node, Collection<Term> known) {
        return plain(node).filter(written -> {
            boolean is = known.stream().anyMatch(term -> term.word().equals(written));
            if (!is) {
                faults.unknown(node, written, known);
            }
            return is;
        });
    }

    /** Words out of a closed list, at least one. */
    public Set<String> words(Node node, Collection<Term> known) {
        List<Node> elements = Entries.elements(node);
        if (elements.isEmpty()) {
            faults.at(node, "yaml.fault.blank");
        }
        Set<String> words = new LinkedHashSet<>();
        elements.forEach(each -> word(each, known).ifPresent(words::add));
        return words;
    }

    private boolean fits(Node node, boolean fits, String messageKey, Object... arguments) {
        if (!fits) {
            faults.at(node, messageKey, arguments);
        }
        return fits;
    }
}

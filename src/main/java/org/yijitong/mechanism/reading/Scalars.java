package org.yijitong.mechanism.reading;

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
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.Term;

/** Single values of a document: words, texts, numbers, days. After a fault something harmless stands in. */
final class Scalars {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final int LONGEST_NAME = 300;

    private final Faults faults;

    Scalars(Faults faults) {
        this.faults = faults;
    }

    /** The text of a value; empty after a fault. */
    Optional<String> plain(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            faults.at(node, "mechanism.fault.scalar");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            faults.at(node, "mechanism.fault.blank");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue().strip());
    }

    String text(Node node, int longest) {
        return plain(node)
                .filter(text -> fits(node, text.length() <= longest, "mechanism.fault.long", longest))
                .orElse("");
    }

    String id(Node node) {
        return plain(node)
                .filter(text -> fits(node, ID.matcher(text).matches(), "mechanism.fault.id"))
                .orElse("");
    }

    int whole(Node node, int least, int most) {
        return plain(node)
                .filter(text -> fits(
                        node,
                        WHOLE.matcher(text).matches()
                                && Integer.parseInt(text) >= least
                                && Integer.parseInt(text) <= most,
                        "mechanism.fault.whole",
                        least,
                        most))
                .map(Integer::valueOf)
                .orElse(least);
    }

    /** A number that is not negative, with up to two decimals. */
    BigDecimal number(Node node) {
        return plain(node)
                .filter(text -> fits(node, NUMBER.matcher(text).matches(), "mechanism.fault.number"))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ONE);
    }

    BigDecimal positive(Node node) {
        return plain(node)
                .filter(text -> fits(
                        node,
                        NUMBER.matcher(text).matches() && new BigDecimal(text).signum() > 0,
                        "mechanism.fault.positive"))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ONE);
    }

    LocalDate day(Node node, LocalDate otherwise) {
        return plain(node).flatMap(text -> parsed(node, text)).orElse(otherwise);
    }

    private Optional<LocalDate> parsed(Node node, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            faults.at(node, "mechanism.fault.day", text);
            return Optional.empty();
        }
    }

    /** A word out of a closed list; empty after a fault. */
    Optional<String> word(Node node, Collection<Term> known) {
        return plain(node).filter(written -> {
            boolean is = known.stream().anyMatch(term -> term.word().equals(written));
            if (!is) {
                faults.unknown(node, written, known);
            }
            return is;
        });
    }

    /** Words out of a closed list, at least one. */
    Set<String> words(Node node, Collection<Term> known) {
        List<Node> elements = Entries.elements(node);
        if (elements.isEmpty()) {
            faults.at(node, "mechanism.fault.blank");
        }
        Set<String> words = new LinkedHashSet<>();
        elements.forEach(each -> word(each, known).ifPresent(words::add));
        return words;
    }

    /** Words in both languages, traditional Chinese if given. */
    Duty.Name name(Node node) {
        Entries entries = new Entries(node, faults, "zh-Hans", "en", "zh-Hant");
        String chinese = entries.need("zh-Hans", "", each -> text(each, LONGEST_NAME));
        String english = entries.need("en", "", each -> text(each, LONGEST_NAME));
        return new Duty.Name(chinese, english, entries.or("zh-Hant", chinese, each -> text(each, LONGEST_NAME)));
    }

    Duty.Basis basis(Node node) {
        Entries entries = new Entries(node, faults, "regulation", "article");
        return new Duty.Basis(
                entries.need("regulation", "", each -> text(each, LONGEST_NAME)),
                entries.or("article", "", each -> text(each, LONGEST_NAME)));
    }

    private boolean fits(Node node, boolean fits, String messageKey, Object... arguments) {
        if (!fits) {
            faults.at(node, messageKey, arguments);
        }
        return fits;
    }
}

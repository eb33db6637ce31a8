package org.yijitong.mechanism.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.FactKind;
import org.yijitong.yaml.Entries;
import org.yijitong.yaml.Faults;
import org.yijitong.yaml.Scalars;
import org.yijitong.yaml.Term;

/** Reads which facts are meant: a kind, and conditions that must all be met. */
final class ConditionReader {
    /** Facts of one kind that meet every condition. */
    record Facts(FactKind kind, List<Condition> conditions) {}

    private static final int MOST = 20;
    private static final int LONGEST = 100;
    private static final String[] TESTS =
            Stream.of(Condition.Test.values()).map(Vocabulary::dashed).toArray(String[]::new);

    private final Vocabulary vocabulary;
    private final Faults faults;
    private final Scalars scalars;

    ConditionReader(Vocabulary vocabulary, Faults faults) {
        this.vocabulary = vocabulary;
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    /** Empty when not even the kind is known. */
    Optional<Facts> read(Entries entries) {
        String word = entries.need(
                "fact", "", node -> scalars.word(node, vocabulary.factTerms()).orElse(""));
        return vocabulary
                .fact(word)
                .map(kind -> new Facts(kind, entries.or("where", List.of(), node -> all(node, kind))));
    }

    private List<Condition> all(Node node, FactKind kind) {
        List<Node> elements = Entries.elements(node);
        if (elements.size() > MOST) {
            faults.at(node, "yaml.fault.many", MOST);
        }
        List<Condition> conditions = new ArrayList<>();
        Contradictions contradictions = new Contradictions(faults);
        elements.stream()
                .limit(MOST)
                .forEach(each -> one(each, kind).ifPresent(condition -> {
                    contradictions.add(each, condition);
                    conditions.add(condition);
                }));
        return conditions;
    }

    private Optional<Condition> one(Node node, FactKind kind) {
        Entries entries = new Entries(
                node,
                faults,
                Stream.concat(Stream.of("field"), Stream.of(TESTS)).toArray(String[]::new));
        Optional<FactField> field = entries.need("field", Optional.empty(), each -> field(each, kind));
        List<String> tests = Stream.of(TESTS).filter(entries::has).toList();
        if (tests.size() != 1) {
            faults.at(
                    node,
                    tests.isEmpty() ? "mechanism.fault.no-test" : "mechanism.fault.tests",
                    Stream.of(TESTS).map(Vocabulary::key).toList());
            return Optional.empty();
        }
        return field.flatMap(found -> tested(entries, kind, found, tests.getFirst()));
    }

    private Optional<FactField> field(Node node, FactKind kind) {
        return scalars.word(node, Vocabulary.fieldTerms(kind)).flatMap(kind::field);
    }

    private Optional<Condition> tested(Entries entries, FactKind kind, FactField field, String test) {
        List<Term> allowed = Vocabulary.tests(field.type());
        if (allowed.stream().noneMatch(term -> term.word().equals(test))) {
            Term named = new Term(field.name(), "fact." + kind.name() + "." + field.name());
            faults.at(entries.key(test), "mechanism.fault.test", named, Vocabulary.key(test), allowed);
            return Optional.empty();
        }
        List<String> values = values(entries.find(test).orElseThrow(), kind, field, test.equals("one-of"));
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new Condition(field, Vocabulary.constant(Condition.Test.class, test), values));
    }

    private List<String> values(Node node, FactKind kind, FactField field, boolean several) {
        List<Node> elements = several ? Entries.elements(node) : List.of(node);
        if (elements.isEmpty()) {
            faults.at(node, "yaml.fault.blank");
        }
        return elements.stream()
                .map(each -> value(each, kind, field))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<String> value(Node node, FactKind kind, FactField field) {
        return switch (field.type()) {
            case FLAG -> {
                Optional<String> written = scalars.plain(node);
                if (written.isPresent() && !written.get().equals("true")) {
                    faults.at(node, "mechanism.fault.flag");
                }
                yield written;
            }
            case NUMBER -> Optional.of(scalars.number(node).toPlainString());
            case CHOICE, CHOICES -> scalars.word(node, Vocabulary.valueTerms(kind, field));
            case TEXT -> Optional.of(scalars.text(node, LONGEST)).filter(text -> !text.isEmpty());
        };
    }
}

package org.yijitong.mechanism.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.FactKind;
import org.yijitong.shared.Words;
import org.yijitong.yaml.Term;

/** The format of documents as JSON Schema, made from the vocabulary, so that editors complete and check what is typed. */
@Component
public class MechanismSchema {
    private static final Map<String, Object> TEXT = Map.of("type", "string", "minLength", 1, "maxLength", 300);
    private static final Map<String, Object> ID = Map.of("type", "string", "pattern", "^[a-z][a-z0-9-]{1,59}$");
    private static final Map<String, Object> DAY = Map.of("type", "string", "format", "date");
    private static final Map<String, Object> AMOUNT = Map.of("type", "number", "exclusiveMinimum", 0);

    private final Vocabulary vocabulary;

    MechanismSchema(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The whole schema; what a word means is said in the language of the words. */
    public Map<String, Object> in(Words words) {
        Made made = new Made(words);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.putAll(made.object(
                List.of("mechanism", "version", "name", "in-force", "sources", "duties"),
                "mechanism",
                ID,
                "version",
                whole(1, 10_000),
                "name",
                made.name(),
                "in-force",
                made.object(List.of("since", "until"), "since", DAY, "until", DAY, "published", DAY),
                "units",
                made.list(Map.of("type", "string", "pattern", "^[A-Za-z0-9-]{1,40}$")),
                "sources",
                made.list(made.basis()),
                "duties",
                made.list(made.duty(vocabulary.facts()))));
        return schema;
    }

    private static Map<String, Object> whole(int least, int most) {
        return Map.of("type", "integer", "minimum", least, "maximum", most);
    }

    /** The parts of the schema, explained in one language. */
    private record Made(Words words) {
        /** @param entries names and what may stand behind them, in turn */
        Map<String, Object> object(List<String> required, Object... entries) {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (int i = 0; i < entries.length; i += 2) {
                String key = entries[i].toString();
                Map<String, Object> value = new LinkedHashMap<>();
                value.put("description", label(Vocabulary.key(key)));
                ((Map<?, ?>) entries[i + 1]).forEach((name, each) -> value.put(name.toString(), each));
                properties.put(key, value);
            }
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("type", "object");
            object.put("additionalProperties", false);
            object.put("required", required);
            object.put("properties", properties);
            return object;
        }

        Map<String, Object> list(Map<String, Object> element) {
            return Map.of("type", "array", "minItems", 1, "items", element);
        }

        Map<String, Object> name() {
            return object(List.of("zh-Hans", "en"), "zh-Hans", TEXT, "en", TEXT, "zh-Hant", TEXT);
        }

        Map<String, Object> basis() {
            return object(List.of("regulation"), "regulation", TEXT, "article", TEXT);
        }

        Map<String, Object> duty(List<FactKind> facts) {
            Map<String, Object> duty = object(
                    List.of("duty", "name", "basis", "owed-by", "need", "counts"),
                    Stream.concat(Stream.of(told()), Stream.of(asked(facts))).toArray());
            duty.put("oneOf", List.of(Map.of("required", List.of("every")), Map.of("required", List.of("after"))));
            return duty;
        }

        /** What is said of it to people. */
        private Object[] told() {
            Map<String, Object> words = name();
            return new Object[] {
                "duty", ID, "name", words, "basis", basis(), "advice", words, "mistakes", words, "proposal", words
            };
        }

        private Object[] asked(List<FactKind> facts) {
            return new Object[] {
                "owed-by",
                owedBy(),
                "every",
                oneOf(Vocabulary.periods()),
                "after",
                facts(facts, true),
                "need",
                need(facts),
                "counts",
                facts(facts, false),
                "grace",
                time(),
                "excuses",
                Map.of("type", "array", "items", oneOf(Vocabulary.excuses())),
                "visible",
                oneOf(Vocabulary.visibilities())
            };
        }

        private Map<String, Object> owedBy() {
            Map<String, Object> size = object(List.of(), "least", whole(0, 100_000), "most", whole(0, 100_000));
            return anyOf(
                    object(
                            List.of("organizations"),
                            "organizations",
                            many(Vocabulary.organizations()),
                            "members",
                            size),
                    object(List.of("people"), "people", many(Vocabulary.people()), "posts", many(Vocabulary.posts())));
        }

        private Map<String, Object> need(List<FactKind> facts) {
            List<Term> numbers = facts.stream()
                    .flatMap(kind -> Vocabulary.fieldTerms(kind).stream()
                            .filter(term -> kind.field(term.word())
                                    .filter(field -> field.type() == FactField.Type.NUMBER)
                                    .isPresent()))
                    .toList();
            return anyOf(
                    AMOUNT,
                    object(
                            List.of("at-least"),
                            "at-least",
                            AMOUNT,
                            "sum",
                            oneOf(numbers),
                            "per",
                            oneOf(Vocabulary.needs())));
        }

        private Map<String, Object> time() {
            Map<String, Object> time =
                    object(List.of(), "days", whole(0, 400), "working-days", whole(0, 400), "months", whole(0, 400));
            time.put("minProperties", 1);
            time.put("maxProperties", 1);
            return time;
        }

        private Map<String, Object> facts(List<FactKind> facts, boolean within) {
            return anyOf(facts.stream().map(kind -> fact(kind, within)).toArray());
        }

        private Map<String, Object> fact(FactKind kind, boolean within) {
            Map<String, Object> name = oneOf(List.of(new Term(kind.name(), "fact." + kind.name())));
            Map<String, Object> where = list(anyOf(kind.fields().stream()
                    .flatMap(field -> conditions(kind, field))
                    .toArray()));
            return within
                    ? object(List.of("fact", "within"), "fact", name, "where", where, "within", time())
                    : object(List.of("fact"), "fact", name, "where", where);
        }

        private Stream<Map<String, Object>> conditions(FactKind kind, FactField field) {
            Term term = new Term(field.name(), "fact." + kind.name() + "." + field.name());
            return Vocabulary.tests(field.type()).stream()
                    .map(test -> object(
                            List.of("field", test.word()),
                            "field",
                            oneOf(List.of(term)),
                            test.word(),
                            operand(kind, field, test.word())));
        }

        private Map<String, Object> operand(FactKind kind, FactField field, String test) {
            Map<String, Object> one = switch (field.type()) {
                case FLAG -> Map.of("const", true);
                case NUMBER -> Map.of("type", "number", "minimum", 0);
                case CHOICE, CHOICES -> oneOf(Vocabulary.valueTerms(kind, field));
                case TEXT -> TEXT;
            };
            return test.equals("one-of") ? list(one) : one;
        }

        private Map<String, Object> many(List<Term> terms) {
            return anyOf(oneOf(terms), list(oneOf(terms)));
        }

        private static Map<String, Object> anyOf(Object... several) {
            return several.length == 0 ? Map.of() : Map.of("anyOf", List.of(several));
        }

        private Map<String, Object> oneOf(List<Term> terms) {
            List<Object> each = new ArrayList<>();
            terms.forEach(term -> {
                Map<String, Object> word = new LinkedHashMap<>();
                word.put("const", term.word());
                word.put("title", label(term));
                each.add(word);
            });
            return Map.of("oneOf", each);
        }

        private String label(Term term) {
            String label = words.messages()
                    .getMessage(
                            term.labelKey(), null, term.word(), words.language().locale());
            return label == null ? term.word() : label;
        }
    }
}

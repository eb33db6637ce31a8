package org.yijitong.mechanism.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.Duty;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.FactKind;
import org.yijitong.organization.MemberKind;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.Post;
import org.yijitong.organization.Tree;
import org.yijitong.yaml.Term;

/** Every word that documents can use: facts as the modules declare them, organizations, people, and times. */
public final class Vocabulary {
    /** What the messages begin with that say what the names of the format mean. */
    static final String KEYS = "mechanism.key.";

    private final Map<String, FactKind> facts = new LinkedHashMap<>();

    /** @throws IllegalStateException when two modules declare the same kind of fact */
    Vocabulary(List<FactKind> declared) {
        declared.forEach(kind -> {
            if (facts.put(kind.name(), kind) != null) {
                throw new IllegalStateException("the kind of fact " + kind.name() + " is declared twice");
            }
        });
    }

    /** Every kind of fact that is declared. */
    public List<FactKind> facts() {
        return List.copyOf(facts.values());
    }

    Optional<FactKind> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    List<Term> factTerms() {
        return facts.keySet().stream()
                .map(name -> new Term(name, "fact." + name))
                .toList();
    }

    static List<Term> fieldTerms(FactKind kind) {
        return kind.fields().stream()
                .map(field -> new Term(field.name(), "fact." + kind.name() + "." + field.name()))
                .toList();
    }

    static List<Term> valueTerms(FactKind kind, FactField field) {
        return field.values().stream()
                .map(value -> new Term(value, "fact." + kind.name() + "." + field.name() + "." + value))
                .toList();
    }

    static List<Term> organizations() {
        return terms("organization.kind.", OrganizationKind.values(), kind -> kind.tree() == Tree.PARTY);
    }

    static List<Term> people() {
        return terms("people.kind.", MemberKind.values(), kind -> kind != MemberKind.NONE);
    }

    static List<Term> posts() {
        return terms("people.post.", Post.values(), post -> true);
    }

    /** As documents write it, with a dash. */
    static List<Term> periods() {
        return dashed(Duty.Period.values(), period -> period != Duty.Period.AFTER);
    }

    static List<Term> units() {
        return dashed(Duty.Unit.values(), unit -> true);
    }

    static List<Term> needs() {
        return dashed(Duty.NeedPer.values(), need -> true);
    }

    static List<Term> excuses() {
        return terms("mechanism.excuse.", Duty.Excuse.values(), excuse -> true).stream()
                .map(term -> new Term(term.word(), term.labelKey().toLowerCase(Locale.ROOT)))
                .toList();
    }

    static List<Term> visibilities() {
        return dashed(Duty.Visibility.values(), visibility -> true);
    }

    /** How a field of this type may be compared. */
    static List<Term> tests(FactField.Type type) {
        return Stream.of(Condition.Test.values())
                .filter(test -> allowed(type, test))
                .map(test -> key(dashed(test)))
                .toList();
    }

    private static boolean allowed(FactField.Type type, Condition.Test test) {
        return switch (type) {
            case FLAG -> test == Condition.Test.EQUALS;
            case NUMBER -> test == Condition.Test.EQUALS || test == Condition.Test.MIN || test == Condition.Test.MAX;
            case CHOICE -> test == Condition.Test.EQUALS || test == Condition.Test.ONE_OF;
            case CHOICES -> test == Condition.Test.CONTAINS || test == Condition.Test.ONE_OF;
            case TEXT -> test == Condition.Test.EQUALS || test == Condition.Test.CONTAINS;
        };
    }

    /** A name of the format itself. */
    static Term key(String name) {
        return new Term(name, KEYS + name);
    }

    static String dashed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String plain(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant a checked word stands for. */
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static <E extends Enum<E>> List<Term> terms(String prefix, E[] constants, Predicate<E> written) {
        return Stream.of(constants)
                .filter(written)
                .map(constant -> new Term(plain(constant), prefix + constant.name()))
                .toList();
    }

    private static <E extends Enum<E>> List<Term> dashed(E[] constants, Predicate<E> written) {
        return Stream.of(constants)
                .filter(written)
                .map(constant -> key(dashed(constant)))
                .toList();
    }
}

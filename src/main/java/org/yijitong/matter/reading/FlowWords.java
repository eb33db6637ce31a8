package org.yijitong.matter.reading;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.yijitong.access.Policy;
import org.yijitong.matter.Flow;
import org.yijitong.matter.FlowPaper;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.Post;
import org.yijitong.organization.Tree;
import org.yijitong.yaml.Term;

/** Every word that flows can use. */
final class FlowWords {
    /** What the messages begin with that say what the names of the format mean. */
    static final String KEYS = "matter.key.";

    /** Since when time runs, where it is neither a field nor a step. */
    static final List<String> EVENTS = List.of("entered", "begun");

    private FlowWords() {}

    static Term key(String name) {
        return new Term(name, KEYS + name);
    }

    static List<Term> organizations() {
        return Stream.of(OrganizationKind.values())
                .filter(kind -> kind.tree() == Tree.PARTY)
                .map(kind -> new Term(lower(kind), "organization.kind." + kind.name()))
                .toList();
    }

    static List<Term> posts() {
        return Stream.concat(
                        Stream.of(Post.values()).map(post -> new Term(lower(post), "people.post." + post.name())),
                        Stream.of(new Term(Flow.JUDGE, Policy.nameKey(Flow.JUDGE))))
                .toList();
    }

    static List<Term> units() {
        return Stream.of(Duty.Unit.values()).map(unit -> key(dashed(unit))).toList();
    }

    /** @param evidence whether what shows something is asked; only then a file or a record may be */
    static List<Term> types(boolean evidence) {
        return Stream.of(Flow.Field.Type.values())
                .filter(type -> evidence || (type != Flow.Field.Type.FILE && type != Flow.Field.Type.RECORD))
                .map(type -> key(dashed(type)))
                .toList();
    }

    static List<Term> lines() {
        return Stream.of(FlowPaper.Kind.values()).map(kind -> key(dashed(kind))).toList();
    }

    static List<Term> fills() {
        return Stream.of(Flow.Field.From.values())
                .map(from -> new Term(dashed(from), KEYS + "from-" + dashed(from)))
                .toList();
    }

    static List<Term> closings() {
        return Stream.of(Flow.Closing.DONE, Flow.Closing.DROPPED)
                .map(closing -> key(dashed(closing)))
                .toList();
    }

    /** Words that only this document knows; each stands for itself. */
    static List<Term> own(Stream<String> words) {
        return words.map(word -> new Term(word, KEYS + word)).toList();
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String dashed(Enum<?> constant) {
        return lower(constant).replace('_', '-');
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

package org.yijitong.mechanism.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.FactKind;
import org.yijitong.shared.Words;
import org.yijitong.yaml.Offer;
import org.yijitong.yaml.Term;

/**
 * Which words may stand at which place of a document, for those who write one in the browser: {@code activity.} stands for
 * the fields of a kind of fact and {@code activity.kinds} for the values of a field. Its size depends on the vocabulary
 * alone, not on what is stored.
 */
@Component
public class Completion {
    private final Vocabulary vocabulary;

    Completion(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Every place with its words, explained in one language. */
    public List<Offer> in(Words words) {
        return Stream.of(names(), values(), facts())
                .flatMap(List::stream)
                .map(place -> Offer.of(place.after(), place.names(), place.terms(), words))
                .toList();
    }

    private record Place(String after, boolean names, List<Term> terms) {}

    private static List<Place> names() {
        return List.of(
                names(Offer.TOP, DocumentReader.KEYS),
                names("duties", DutyReader.KEYS),
                names("name advice mistakes proposal", "zh-Hans", "en", "zh-Hant"),
                names("in-force", "since", "until", "published"),
                names("sources basis", "regulation", "article"),
                names("owed-by", "organizations", "members", "people", "posts"),
                names("members", "least", "most"),
                names("need", "at-least", "sum", "per"),
                names("counts", "fact", "where"),
                names("after", "fact", "where", "within"),
                new Place("grace within", true, Vocabulary.units()),
                new Place("where", true, conditions()));
    }

    private static Place names(String after, String... names) {
        return new Place(after, true, Stream.of(names).map(Vocabulary::key).toList());
    }

    private static List<Term> conditions() {
        return Stream.concat(
                        Stream.of("field"), Stream.of(Condition.Test.values()).map(Vocabulary::dashed))
                .map(Vocabulary::key)
                .toList();
    }

    private static List<Place> values() {
        return List.of(
                new Place("organizations", false, Vocabulary.organizations()),
                new Place("people", false, Vocabulary.people()),
                new Place("posts", false, Vocabulary.posts()),
                new Place("every", false, Vocabulary.periods()),
                new Place("per", false, Vocabulary.needs()),
                new Place("excuses", false, Vocabulary.excuses()),
                new Place("visible", false, Vocabulary.visibilities()));
    }

    private List<Place> facts() {
        List<Place> places = new ArrayList<>();
        places.add(new Place("fact", false, vocabulary.factTerms()));
        for (FactKind kind : vocabulary.facts()) {
            places.add(new Place(kind.name() + ".", false, Vocabulary.fieldTerms(kind)));
            for (FactField field : kind.fields()) {
                if (!field.values().isEmpty()) {
                    places.add(new Place(kind.name() + "." + field.name(), false, Vocabulary.valueTerms(kind, field)));
                }
            }
        }
        return places;
    }
}

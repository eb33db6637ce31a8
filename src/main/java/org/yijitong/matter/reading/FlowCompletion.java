package org.yijitong.matter.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Words;
import org.yijitong.yaml.Offer;
import org.yijitong.yaml.Term;

/** Which words may stand at which place of a flow, for those who write one in the browser. */
@Component
public class FlowCompletion {
    private static final String[] NAMES = {"zh-Hans", "en", "zh-Hant"};

    /** Every place with its words, explained in one language. */
    public List<Offer> in(Words words) {
        List<Offer> offers = new ArrayList<>();
        names().forEach(place -> offers.add(Offer.of(place.after(), true, place.terms(), words)));
        values().forEach(place -> offers.add(Offer.of(place.after(), false, place.terms(), words)));
        return offers;
    }

    private record Place(String after, List<Term> terms) {
        static Place of(String after, String... names) {
            return new Place(after, Stream.of(names).map(FlowWords::key).toList());
        }
    }

    private static List<Place> names() {
        return List.of(
                Place.of(Offer.TOP, FlowReader.KEYS),
                Place.of("name unit title text right cut says", NAMES),
                Place.of("check", ConditionReader.CHECK),
                Place.of("papers", PaperReader.PAPER),
                new Place("lines", FlowWords.lines()),
                Place.of("in-force", "since", "until", "published"),
                Place.of("sources", "regulation", "article"),
                Place.of("parties", FlowReader.PARTY),
                Place.of("origins", "origin", "name"),
                Place.of("values", "value", "name"),
                Place.of("begin", StateReader.BEGIN),
                Place.of("states", StateReader.STATE),
                Place.of("owner", StateReader.ACTOR),
                Place.of("steps", StateReader.STEP),
                Place.of("ask outside", StateReader.ASK),
                Place.of("evidence", StateReader.EVIDENCE),
                new Place(
                        "within not-before",
                        Stream.concat(FlowWords.units().stream(), Stream.of(FlowWords.key("after")))
                                .toList()));
    }

    private static List<Place> values() {
        return List.of(
                new Place("hosts organizations", FlowWords.organizations()),
                new Place("posts", FlowWords.posts()),
                new Place("closed", FlowWords.closings()),
                new Place("type", FlowWords.types(true)),
                new Place("filled-from", FlowWords.fills()),
                new Place("after", FlowWords.EVENTS.stream().map(FlowWords::key).toList()));
    }
}

package org.yijitong.mechanism.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.yijitong.mechanism.FactField;
import org.yijitong.mechanism.FactKind;
import org.yijitong.shared.Language;
import org.yijitong.shared.Words;
import org.yijitong.yaml.Offer;

/** Which words are offered to whoever writes a document, and what is said of them. */
class CompletionTests {
    private static final Completion COMPLETION = new Completion(new Vocabulary(List.of(
            new FactKind("talk", List.of(FactField.choices("topics", List.of("law")), FactField.number("hours"))))));

    @Test
    void eachPlaceHasItsWordsOnce() {
        List<Offer> offers = COMPLETION.in(words(Language.ZH_HANS));
        List<String> places = offers.stream()
                .flatMap(offer -> List.of(offer.places().split(" ", -1)).stream())
                .toList();
        assertThat(places).doesNotHaveDuplicates();
        assertThat(at(offers, "every")).containsExactly("month", "quarter", "half-year", "year");
        assertThat(at(offers, "fact")).containsExactly("talk");
        assertThat(at(offers, "talk.")).containsExactly("topics", "hours");
        assertThat(at(offers, "talk.topics")).containsExactly("law");
        assertThat(places).as("a number has no words").doesNotContain("talk.hours");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyNameOfTheFormatIsSaidInEveryLanguage(Language language) {
        assertThat(COMPLETION.in(words(language)).stream()
                        .filter(Offer::names)
                        .flatMap(offer -> offer.words().stream())
                        .filter(word -> word.label().equals(word.word())))
                .as(language.name())
                .allMatch(word -> language == Language.EN);
    }

    private static List<String> at(List<Offer> offers, String place) {
        return offers.stream()
                .filter(offer -> offer.places().equals(place))
                .flatMap(offer -> offer.words().stream())
                .map(Offer.Word::word)
                .toList();
    }

    private static Words words(Language language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/mechanism", "messages/people", "messages/organization");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, language);
    }
}

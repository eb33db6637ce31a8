package org.yijitong.mechanism.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.yijitong.shared.Language;
import org.yijitong.shared.Words;

/** Words that may be written, and what people are told of them. */
class VocabularyTests {
    @Test
    void theNearestWordIsNamedWithItsTerm() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/mechanism", "messages/people", "messages/yaml");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        Words words = new Words(messages, Language.ZH_HANS);
        String text = Sample.with(
                        "owed-by: {organizations: [branch, joint_branch], members: {least: 3}}",
                        "owed-by: {people: [full], posts: [secretery]}")
                .replace("every: quarter", "every: quarer");
        assertThat(Sample.read(text).faults().stream().map(fault -> fault.sentence(words)))
                .containsExactly(
                        "第 10 行第 39 列：不认识 secretery，是不是 secretary（书记）", "第 11 行第 12 列：不认识 quarer，是不是 quarter（每季度）");
    }

    @Test
    void theDocumentOfTheGuideIsRight() throws IOException {
        String guide = Files.readString(Path.of("docs", "mechanisms.md"));
        int from = guide.indexOf("```yaml\n") + "```yaml\n".length();
        String text = guide.substring(from, guide.indexOf("```", from));
        assertThat(text).startsWith("mechanism: reading-across");
        assertThat(Sample.faults(text)).isEmpty();
    }

    @Test
    void everyWordOfTheVocabularyHasALabel() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/mechanism", "messages/people", "messages/organization");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        assertThat(List.of(
                        Vocabulary.organizations(),
                        Vocabulary.people(),
                        Vocabulary.posts(),
                        Vocabulary.periods(),
                        Vocabulary.units(),
                        Vocabulary.needs(),
                        Vocabulary.excuses(),
                        Vocabulary.visibilities()))
                .allSatisfy(terms -> assertThat(terms)
                        .isNotEmpty()
                        .allSatisfy(term -> assertThat(
                                        messages.getMessage(term.labelKey(), null, Language.ZH_HANS.locale()))
                                .isNotBlank()));
    }
}

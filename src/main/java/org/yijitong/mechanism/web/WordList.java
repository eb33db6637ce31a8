package org.yijitong.mechanism.web;

import java.util.List;
import java.util.Objects;
import org.yijitong.mechanism.FactKind;
import org.yijitong.mechanism.reading.Completion;
import org.yijitong.shared.Page;
import org.yijitong.yaml.Offer;

/**
 * The words a document may use, with what they mean; made from what the modules declare.
 *
 * @param words the fields of facts, to be read
 * @param offers every word by its place, to be offered to whoever types
 */
public record WordList(List<Word> words, List<Offer> offers) {
    /**
     * One field.
     *
     * @param kind the kind of fact it belongs to
     * @param values what it may be: a word of the document and its meaning each; empty for numbers, ticks and free text
     */
    public record Word(String kind, String field, String label, String type, List<String> values) {}

    static WordList of(Page page, List<FactKind> kinds, Completion completion) {
        List<Word> words = kinds.stream()
                .flatMap(kind -> kind.fields().stream()
                        .map(field -> new Word(
                                kind.name(),
                                field.name(),
                                label(page, kind, field.name()),
                                page.t("mechanism.words.type." + field.type()),
                                field.values().stream()
                                        .map(value -> value + " " + label(page, kind, field.name() + "." + value))
                                        .toList())))
                .toList();
        return new WordList(words, completion.in(page.words()));
    }

    /** Its meaning, or the word itself where no module says one. */
    private static String label(Page page, FactKind kind, String word) {
        return Objects.requireNonNullElse(
                page.words()
                        .messages()
                        .getMessage(
                                "fact." + kind.name() + "." + word,
                                null,
                                word,
                                page.words().language().locale()),
                word);
    }
}

package org.yijitong.yaml;

import java.util.List;
import java.util.Objects;
import org.yijitong.shared.Words;

/**
 * The words that may stand at one place of a document, for those who write one in the browser.
 *
 * @param places the names after or below which they stand, parted by spaces; {@link #TOP} for the document itself
 * @param names whether they are names, behind which a colon follows, and not values
 */
public record Offer(String places, boolean names, List<Word> words) {
    public static final String TOP = ".";

    public Offer {
        words = List.copyOf(words);
    }

    /**
     * One word.
     *
     * @param label what it means, in the language of the reader
     */
    public record Word(String word, String label) {}

    /** The terms of a place, explained in one language: each by its meaning, or itself where no module says one. */
    public static Offer of(String places, boolean names, List<Term> terms, Words words) {
        return new Offer(
                places,
                names,
                terms.stream()
                        .map(term -> new Word(term.word(), label(words, term)))
                        .toList());
    }

    private static String label(Words words, Term term) {
        return Objects.requireNonNullElse(
                words.messages()
                        .getMessage(
                                term.labelKey(),
                                null,
                                term.word(),
                                words.language().locale()),
                term.word());
    }
}

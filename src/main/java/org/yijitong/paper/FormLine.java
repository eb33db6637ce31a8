package org.yijitong.paper;

import java.util.List;

/**
 * One line of a paper about a single thing.
 *
 * @param word of its text, among the messages {@code paper.text}; of its field for every other kind
 * @param with the fields that the text names, in their order
 */
public record FormLine(Kind kind, String word, List<FormField> with) {
    public FormLine {
        with = List.copyOf(with);
    }

    /** How it looks. */
    public enum Kind {
        /** The name of a field and what it says. */
        FIELD,
        /** The name of a field as a heading, what it says below. */
        HEADING,
        /** A sentence with fields in it. */
        TEXT,
        /** What a field says, at the right: who signs, and when. */
        SIGNATURE
    }
}

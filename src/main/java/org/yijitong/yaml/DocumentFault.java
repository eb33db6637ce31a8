package org.yijitong.yaml;

import java.util.List;
import java.util.stream.Collectors;
import org.yijitong.shared.Words;

/**
 * One thing that is wrong with a document, at its place.
 *
 * @param file the name of the document
 * @param line from 1
 * @param column from 1
 * @param messageKey the sentence that says what is wrong and what may be written instead
 * @param arguments what fills its places; a {@link Term} or a list of them is shown with its label
 */
public record DocumentFault(String file, int line, int column, String messageKey, List<Object> arguments) {
    public DocumentFault {
        arguments = List.copyOf(arguments);
    }

    /** Such as 第 12 行第 9 列：不认识 comittee_meeting，是不是 committee_meeting（支委会）. */
    public String sentence(Words words) {
        Object[] shown = arguments.stream().map(each -> shown(each, words)).toArray();
        return words.t("yaml.fault.place", line, column, words.t(messageKey, shown));
    }

    private static Object shown(Object argument, Words words) {
        return switch (argument) {
            case Term term -> labelled(term, words);
            case List<?> many ->
                many.stream()
                        .map(each -> shown(each, words).toString())
                        .collect(Collectors.joining(words.t("yaml.between")));
            case Number number -> number.toString();
            case Worded worded -> worded.in(words.language());
            default -> argument;
        };
    }

    private static String labelled(Term term, Words words) {
        String label = words.messages()
                .getMessage(term.labelKey(), null, term.word(), words.language().locale());
        return label == null || label.equals(term.word()) ? term.word() : words.t("yaml.labelled", term.word(), label);
    }
}

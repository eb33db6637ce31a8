package org.yijitong.matter;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.yijitong.shared.Words;

/** An answer as people read it: a choice by its name, a day as a day, a number with its unit. */
public final class AnswerInWords {
    private AnswerInWords() {}

    /** @param written as it is stored; a file, a record or a person is returned as it stands, by its id */
    public static String of(Flow.Field field, String written, Words words) {
        return switch (field.type()) {
            case CHOICE ->
                field.values().stream()
                        .filter(value -> value.id().equals(written))
                        .map(value -> value.name().in(words.language()))
                        .findFirst()
                        .orElse(written);
            case DAY -> day(written, words);
            case NUMBER ->
                field.unit() == null
                        ? written
                        : words.t("matter.told.amount", written, field.unit().in(words.language()));
            case TEXT, FILE, RECORD, PERSON -> written;
        };
    }

    /** Under an earlier version of the flow the field may have held something else. */
    private static String day(String written, Words words) {
        try {
            return words.longDate(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return written;
        }
    }
}

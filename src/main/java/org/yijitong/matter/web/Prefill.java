package org.yijitong.matter.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yijitong.matter.Cause;
import org.yijitong.matter.Flow;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flow.Field.From;
import org.yijitong.shared.Cut;

/** Fills in what is asked at the beginning from what was decided, so that nobody writes it twice. */
final class Prefill {
    private static final int LONGEST_TITLE = 200;

    private Prefill() {}

    /** By the name of the field on the page. */
    static Map<String, String> of(Flow flow, Cause cause, LocalDate today) {
        Map<String, String> typed = new HashMap<>();
        String title = cause.words().isEmpty() ? cause.study() : cause.words();
        put(typed, "title", Cut.at(LONGEST_TITLE, title));
        List<Field> asks = flow.begin().asks();
        boolean said = asks.stream().anyMatch(field -> field.from() != null);
        asks.stream()
                .filter(field -> said ? field.from() != null : first(asks, field))
                .forEach(field -> put(typed, field.id(), value(field, cause, today)));
        return typed;
    }

    /** Where the flow does not say, the first text is what it is about, and the first day is the one that was set. */
    private static boolean first(List<Field> asks, Field field) {
        return (field.type() == Field.Type.TEXT || field.type() == Field.Type.DAY)
                && asks.stream()
                        .filter(each -> each.type() == field.type())
                        .findFirst()
                        .filter(field::equals)
                        .isPresent();
    }

    private static String value(Field field, Cause cause, LocalDate today) {
        From from = field.from() == null ? field.type() == Field.Type.DAY ? From.DUE : From.DECISION : field.from();
        LocalDate due = cause.due();
        return switch (from) {
            case DECISION -> cause.words();
            case STUDY -> cause.study();
            case DUE -> due == null || due.isBefore(today) ? "" : due.toString();
        };
    }

    private static void put(Map<String, String> typed, String field, String value) {
        if (!value.isEmpty()) {
            typed.put(Flow.BEGIN + "-" + field, value);
        }
    }
}

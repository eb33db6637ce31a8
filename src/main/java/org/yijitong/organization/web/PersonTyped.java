package org.yijitong.organization.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.shared.Invalid;

/** Reads what was typed into a form and collects what cannot be taken, in the order of the form. */
final class PersonTyped {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Map<String, Invalid.Fault> faults = new LinkedHashMap<>();

    void fault(String field, String key, Object... arguments) {
        faults.putIfAbsent(field, new Invalid.Fault(key, List.of(arguments)));
    }

    /** A text without spaces at its ends; null when nothing is left. */
    @Nullable
    String text(String field, @Nullable String typed, int longest) {
        String plain = typed == null
                ? ""
                : typed.replaceAll("[\\p{Cntrl}&&[^\\n]]", "").strip();
        if (plain.codePointCount(0, plain.length()) > longest) {
            fault(field, "people.invalid.long", longest);
        }
        return plain.isEmpty() ? null : plain;
    }

    /** A text that must not be empty. */
    String needed(String field, @Nullable String typed, int longest, String key) {
        String plain = text(field, typed, longest);
        if (plain == null) {
            fault(field, key);
        }
        return plain == null ? "" : plain;
    }

    /** A day from 1900 to {@code last}; null when nothing was typed. */
    @Nullable
    LocalDate day(String field, @Nullable String typed, LocalDate last) {
        String plain = text(field, typed, 10);
        if (plain == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(plain);
            if (day.isBefore(EARLIEST) || day.isAfter(last)) {
                fault(field, "people.invalid.dayRange", EARLIEST, last);
            }
            return day;
        } catch (DateTimeParseException e) {
            fault(field, "people.invalid.day");
            return null;
        }
    }

    /** One of a list; null when nothing was chosen. */
    <E extends Enum<E>> @Nullable E choice(String field, @Nullable String typed, Class<E> type) {
        if (typed == null || typed.isEmpty()) {
            return null;
        }
        try {
            return Enum.valueOf(type, typed);
        } catch (IllegalArgumentException e) {
            fault(field, "people.invalid.choice");
            return null;
        }
    }

    /** @throws Invalid with everything that was found */
    void check() {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }
}

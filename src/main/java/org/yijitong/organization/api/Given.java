package org.yijitong.organization.api;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Because;
import org.yijitong.shared.Invalid;

/**
 * Looks through what a program sent and collects what cannot be taken. A field in disorder gives a stopgap, so that
 * {@link #check} can name all faults at once; nothing may be done before it.
 */
final class Given {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    private final Map<String, Invalid.Fault> faults = new LinkedHashMap<>();

    /** A text that must be there. */
    String text(String field, @Nullable String given, int longest) {
        String text = optional(field, given, longest);
        if (text == null) {
            fault(field, "api.invalid.missing");
            return "";
        }
        return text;
    }

    /** A text without control characters and spaces at its ends; null when nothing is left. */
    @Nullable
    String optional(String field, @Nullable String given, int longest) {
        String text = given == null
                ? ""
                : given.replaceAll("[\\p{Cntrl}&&[^\\n]]", "").strip();
        if (text.length() > longest) {
            fault(field, "api.invalid.long", longest);
        }
        return text.isEmpty() ? null : text;
    }

    /** Letters, digits and hyphens, at most 40; null when there is none. */
    @Nullable
    String code(String field, @Nullable String given) {
        String text = optional(field, given, 40);
        if (text != null && !text.matches("[A-Za-z0-9-]+")) {
            fault(field, "api.invalid.code");
        }
        return text;
    }

    /** A value that must be there. */
    <T> T value(String field, @Nullable T given, T stopgap) {
        if (given == null) {
            fault(field, "api.invalid.missing");
            return stopgap;
        }
        return given;
    }

    /** A list that must hold something, at most 1,000. */
    <T> List<T> some(String field, @Nullable List<T> given) {
        List<T> list = given == null ? List.of() : given;
        if (list.isEmpty() || list.size() > 1000 || list.stream().anyMatch(java.util.Objects::isNull)) {
            fault(field, "api.invalid.some");
            return List.of();
        }
        return list;
    }

    /** A day that must be there. */
    LocalDate day(String field, @Nullable LocalDate given) {
        return value(field, optionalDay(field, given, LATEST), EARLIEST);
    }

    /** A day from 1900 to {@code last}; null when there is none. */
    @Nullable
    LocalDate optionalDay(String field, @Nullable LocalDate given, LocalDate last) {
        if (given != null && (given.isBefore(EARLIEST) || given.isAfter(last))) {
            fault(field, "api.invalid.day", EARLIEST, last);
        }
        return given;
    }

    @Nullable
    LocalDate optionalDay(String field, @Nullable LocalDate given) {
        return optionalDay(field, given, LATEST);
    }

    /** Why and from when. */
    Because because(@Nullable LocalDate on, @Nullable String reason, @Nullable String documentNumber) {
        return new Because(
                day("on", on), optional("reason", reason, 500), optional("documentNumber", documentNumber, 100));
    }

    void fault(String field, String key, Object... arguments) {
        faults.putIfAbsent(field, new Invalid.Fault(key, List.of(arguments)));
    }

    /** @throws Invalid with everything that was found */
    void check() {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }
}

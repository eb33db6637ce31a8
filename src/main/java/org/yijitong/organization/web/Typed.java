package org.yijitong.organization.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Page;

/**
 * What was typed into a form. Reading a field that is in disorder notes its fault and answers with a stopgap, so that
 * {@link #check} can name all faults at once; nothing may be done before it.
 */
final class Typed {
    private static final UUID NONE = new UUID(0, 0);

    private final Page page;
    private final MultiValueMap<String, String> values;
    private final Map<String, Invalid.Fault> faults = new LinkedHashMap<>();

    Typed(Page page, MultiValueMap<String, String> values) {
        this.page = page;
        this.values = values;
    }

    /** What to show in a field: what was typed, or what is suggested if the form was not sent yet. */
    String shown(String name, String suggested) {
        String value = values.getFirst(name);
        return value == null ? suggested : value;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** @throws Invalid with the faults of every field read */
    void check() {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    String text(String name, int longest) {
        String text = optional(name, longest);
        if (text == null) {
            fault(name, "missing");
            return "";
        }
        return text;
    }

    @Nullable
    String optional(String name, int longest) {
        String text = shown(name, "").strip();
        if (text.length() > longest) {
            fault(name, "long", longest);
        }
        return text.isEmpty() ? null : text;
    }

    @Nullable
    String code(String name) {
        String text = optional(name, 40);
        if (text != null && !text.matches("[A-Za-z0-9-]+")) {
            fault(name, "code");
        }
        return text;
    }

    LocalDate day(String name) {
        LocalDate day = optionalDay(name);
        if (day == null) {
            faults.computeIfAbsent(name, _ -> new Invalid.Fault("organization.invalid.day", List.of(label(name))));
            return LocalDate.EPOCH;
        }
        return day;
    }

    @Nullable
    LocalDate optionalDay(String name) {
        String text = shown(name, "").strip();
        try {
            LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
            if (day != null && (day.getYear() < 1900 || day.getYear() > 2200)) {
                fault(name, "day");
            }
            return day;
        } catch (DateTimeException e) {
            fault(name, "day");
            return null;
        }
    }

    int number(String name) {
        String text = shown(name, "").strip();
        if (!text.matches("\\d{1,4}")) {
            fault(name, "number");
            return 0;
        }
        return Integer.parseInt(text);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = shown(name, "");
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        fault(name, "choice");
        return type.getEnumConstants()[0];
    }

    OrganizationId organization(String name) {
        return new OrganizationId(id(name, shown(name, "")));
    }

    PersonId person(String name) {
        return new PersonId(id(name, shown(name, "")));
    }

    /** At least one. */
    List<PersonId> people(String name) {
        if (all(name).isEmpty()) {
            fault(name, "nobody");
        }
        return all(name).stream()
                .distinct()
                .map(text -> new PersonId(id(name, text)))
                .toList();
    }

    private UUID id(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            fault(name, "choice");
            return NONE;
        }
    }

    void fault(String name, String what) {
        faults.putIfAbsent(name, new Invalid.Fault("organization.invalid." + what, List.of(label(name))));
    }

    private void fault(String name, String what, int number) {
        faults.putIfAbsent(name, new Invalid.Fault("organization.invalid." + what, List.of(label(name), number)));
    }

    private String label(String name) {
        return page.t("organization.field." + (name.startsWith("holder-") ? "elected" : name));
    }
}

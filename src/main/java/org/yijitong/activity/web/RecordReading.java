package org.yijitong.activity.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.UnitId;

/** Reads the record form; what cannot be read is noted field by field, and named all at once. */
final class RecordReading {
    private static final LocalDate EARLIEST = LocalDate.of(1921, 7, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);
    private static final UUID NONE = new UUID(0, 0);

    private final RecordForm form;
    private final LocalDate today;
    private final Map<String, Invalid.Fault> faults = new LinkedHashMap<>();

    RecordReading(RecordForm form, LocalDate today) {
        this.form = form;
        this.today = today;
    }

    /** @throws Invalid with every field that cannot be read */
    static Draft read(RecordForm form, LocalDate today) {
        RecordReading reading = new RecordReading(form, today);
        Draft draft = new Draft(
                reading.occasion(), reading.sides(), reading.attendance(), reading.content(), reading.further());
        reading.done();
        return draft;
    }

    /** @throws Invalid with every field that could not be read */
    void done() {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    private Draft.Occasion occasion() {
        return new Draft.Occasion(
                kinds(), day("day"), time("from"), time("to"), text(form.value("place")), text(form.value("title")));
    }

    Set<ActivityKind> kinds() {
        Set<ActivityKind> kinds = EnumSet.noneOf(ActivityKind.class);
        form.all("kinds").forEach(word -> {
            ActivityKind kind = constant("kinds", word.toUpperCase(Locale.ROOT), ActivityKind.class);
            if (kind != null) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    /** A day that must be there. */
    LocalDate day(String name) {
        LocalDate day = day(name, form.value(name));
        if (day == null) {
            fault(name, "activity.invalid.day");
        }
        return day == null ? today : day;
    }

    private Draft.Sides sides() {
        List<Draft.Guest> guests = new ArrayList<>();
        for (int i = 0; i < form.all("guest").size(); i++) {
            String name = text(form.value("guest", i));
            String unit = form.value("guestUnit", i);
            if (!name.isEmpty() || !unit.isEmpty()) {
                guests.add(new Draft.Guest(new UnitId(id("guests", unit)), name));
            }
        }
        return new Draft.Sides(
                form.all("sides").stream()
                        .distinct()
                        .map(side -> new OrganizationId(id("sides", side)))
                        .toList(),
                guests);
    }

    private Draft.Attendance attendance() {
        return new Draft.Attendance(
                form.all("absent").stream().distinct().map(this::absence).toList(),
                form.all("observers").stream()
                        .distinct()
                        .map(person -> new PersonId(id("observers", person)))
                        .toList(),
                text(form.value("others")),
                person("chair", form.value("chair")),
                person("minuteTaker", form.value("minuteTaker")),
                told());
    }

    /** Numbers that a ledger told; a correction carries them on until somebody is named as absent. */
    private Draft.@Nullable Told told() {
        String expected = form.value("toldExpected");
        String present = form.value("toldPresent");
        if (expected.isEmpty() && present.isEmpty()) {
            return null;
        }
        if (!expected.matches("\\d{1,4}") || !present.matches("\\d{1,4}")) {
            fault("told", "activity.invalid.told");
            return null;
        }
        return new Draft.Told(Integer.parseInt(expected), Integer.parseInt(present));
    }

    private Draft.Absence absence(String person) {
        String cause = form.value("cause-" + person);
        Draft.Cause read = cause.isEmpty() ? null : constant("absent", cause, Draft.Cause.class);
        String note = text(form.value("note-" + person));
        return new Draft.Absence(
                new PersonId(id("absent", person)),
                read == null ? Draft.Cause.LEAVE : read,
                note.isEmpty() ? null : note);
    }

    private Draft.Content content() {
        List<Draft.Item> agenda = new ArrayList<>();
        String first = form.value("first");
        if (first.equals("last") || first.equals("study")) {
            String theme = text(form.value(first.equals("last") ? "lastTheme" : "theme"));
            if (theme.isEmpty()) {
                fault("theme", "activity.invalid.theme");
            } else {
                agenda.add(new Draft.Item(theme, true));
            }
        }
        for (int i = 0; i < form.all("item").size(); i++) {
            String subject = text(form.value("item", i));
            if (!subject.isEmpty()) {
                agenda.add(new Draft.Item(subject, form.has("itemStudy", i)));
            }
        }
        return new Draft.Content(agenda, text(form.value("minutes")), decisions());
    }

    private List<Draft.Decision> decisions() {
        List<Draft.Decision> decisions = new ArrayList<>();
        for (int i = 0; i < form.all("decision").size(); i++) {
            String subject = text(form.value("decision", i));
            PersonId owner = person("decisions", form.value("owner", i));
            LocalDate due = day("decisions", form.value("due", i));
            if (!subject.isEmpty() || owner != null || due != null) {
                decisions.add(new Draft.Decision(subject, owner, due));
            }
        }
        return decisions;
    }

    private Draft.Further further() {
        String lecturer = form.value("lecturer");
        return new Draft.Further(
                lecturer.isEmpty() ? null : constant("lecturer", lecturer, Draft.Lecturer.class),
                number("hours", "\\d{1,4}(\\.\\d{1,3})?", BigDecimal::new),
                number("problems", "\\d{1,6}", Integer::valueOf));
    }

    private <T> @Nullable T number(String name, String pattern, Function<String, T> read) {
        String text = form.value(name).strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches(pattern)) {
            fault(name, "activity.invalid.number");
            return null;
        }
        return read.apply(text);
    }

    @Nullable
    LocalTime time(String name) {
        String text = form.value(name).strip();
        try {
            return text.isEmpty() ? null : LocalTime.parse(text);
        } catch (DateTimeException e) {
            fault(name, "activity.invalid.time");
            return null;
        }
    }

    @Nullable
    LocalDate day(String name, String typed) {
        try {
            LocalDate day = typed.isBlank() ? null : LocalDate.parse(typed.strip());
            if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
                fault(name, "activity.invalid.day");
            }
            return day;
        } catch (DateTimeException e) {
            fault(name, "activity.invalid.day");
            return null;
        }
    }

    private @Nullable PersonId person(String name, String typed) {
        return typed.isEmpty() ? null : new PersonId(id(name, typed));
    }

    UUID id(String name, String typed) {
        return Ids.read(typed).orElseGet(() -> {
            fault(name, "activity.invalid.choice");
            return NONE;
        });
    }

    <E extends Enum<E>> @Nullable E constant(String name, String typed, Class<E> type) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        fault(name, "activity.invalid.choice");
        return null;
    }

    /** Without control characters, which PostgreSQL would refuse, and spaces at the ends. */
    static String text(String typed) {
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .strip();
    }

    void fault(String field, String key) {
        faults.putIfAbsent(field, new Invalid.Fault(key, List.of()));
    }
}

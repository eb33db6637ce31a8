package org.yijitong.activity.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.yijitong.activity.Draft;

/** What stands in the record form, as it was typed or suggested; every field keeps it when the form is shown again. */
public record RecordForm(MultiValueMap<String, String> values) {
    /** How many lines there are for further items and for decisions. */
    public static final int LINES = 5;

    /** The first value of a field; empty when there is none. */
    public String value(String name) {
        return Objects.requireNonNullElse(values.getFirst(name), "");
    }

    /** The value of a field in one of several lines. */
    public String value(String name, int line) {
        List<String> all = all(name);
        return line < all.size() ? all.get(line) : "";
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether a value was chosen among several. */
    public boolean has(String name, Object value) {
        return all(name).contains(value.toString());
    }

    /** How many lines to show for a repeated field: at least {@link #LINES}. */
    public int lines(String name) {
        return Math.max(LINES, all(name).size());
    }

    /** Whether any of some fields holds something, so that the part it is folded in opens. */
    public boolean any(String... names) {
        return List.of(names).stream().anyMatch(name -> all(name).stream().anyMatch(value -> !value.isBlank()));
    }

    /** A draft as the form shows it. */
    static RecordForm of(Draft draft) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        Draft.Occasion occasion = draft.occasion();
        occasion.kinds().forEach(kind -> values.add("kinds", kind.word()));
        values.add("day", occasion.day().toString());
        values.add("from", time(occasion.from()));
        values.add("to", time(occasion.to()));
        values.add("place", occasion.place());
        values.add("title", occasion.title());
        draft.sides().own().forEach(side -> values.add("sides", side.toString()));
        draft.sides().guests().forEach(guest -> {
            values.add("guestUnit", guest.unit().toString());
            values.add("guest", guest.name());
        });
        attendance(values, draft.attendance());
        content(values, draft.content());
        Draft.Further further = draft.further();
        values.add(
                "lecturer", further.lecturer() == null ? "" : further.lecturer().name());
        values.add("hours", further.hours() == null ? "" : further.hours().toPlainString());
        values.add("problems", Objects.toString(further.problems(), ""));
        return new RecordForm(values);
    }

    private static void attendance(MultiValueMap<String, String> values, Draft.Attendance attendance) {
        attendance.absences().forEach(absence -> {
            values.add("absent", absence.person().toString());
            values.add("cause-" + absence.person(), absence.cause().name());
            values.add("note-" + absence.person(), Objects.requireNonNullElse(absence.note(), ""));
        });
        attendance.observers().forEach(person -> values.add("observers", person.toString()));
        values.add("others", attendance.others());
        values.add("chair", Objects.toString(attendance.chair(), ""));
        values.add("minuteTaker", Objects.toString(attendance.minuteTaker(), ""));
        Draft.Told told = attendance.told();
        if (told != null) {
            values.add("toldExpected", Integer.toString(told.expected()));
            values.add("toldPresent", Integer.toString(told.present()));
        }
    }

    private static void content(MultiValueMap<String, String> values, Draft.Content content) {
        List<Draft.Item> agenda = content.agenda();
        boolean study = !agenda.isEmpty() && agenda.getFirst().study();
        values.add("first", study ? "study" : "none");
        values.add("theme", study ? agenda.getFirst().subject() : "");
        List<Draft.Item> rest = study ? agenda.subList(1, agenda.size()) : agenda;
        for (int i = 0; i < rest.size(); i++) {
            values.add("item", rest.get(i).subject());
            if (rest.get(i).study()) {
                values.add("itemStudy", Integer.toString(i));
            }
        }
        values.add("minutes", content.minutes());
        content.decisions().forEach(decision -> {
            values.add("decision", decision.subject());
            values.add("owner", Objects.toString(decision.owner(), ""));
            values.add("due", day(decision.due()));
        });
    }

    private static String time(@Nullable LocalTime time) {
        return Objects.toString(time, "");
    }

    private static String day(@Nullable LocalDate day) {
        return Objects.toString(day, "");
    }
}

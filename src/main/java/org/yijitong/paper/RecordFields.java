package org.yijitong.paper;

import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Entry;
import org.yijitong.shared.Words;

/** What a record says, field by field, in words. */
final class RecordFields {
    private final Words words;

    RecordFields(Words words) {
        this.words = words;
    }

    /** By the word of the field; what was not written down is empty. */
    Map<String, String> of(Entry entry) {
        Map<String, String> said = new LinkedHashMap<>();
        Draft draft = entry.draft();
        occasion(said, entry, draft.occasion());
        attendance(said, entry, draft.attendance());
        content(said, entry, draft.content());
        Draft.Further further = draft.further();
        said.put("lecturer", further.lecturer() == null ? "" : words.t("paper.lecturer." + further.lecturer()));
        said.put("hours", further.hours() == null ? "" : Words.plain(further.hours()));
        said.put("problems", Objects.toString(further.problems(), ""));
        said.put("recorded", entry.line().recordedOn().toString());
        return said;
    }

    private void occasion(Map<String, String> said, Entry entry, Draft.Occasion occasion) {
        said.put("host", entry.line().organizationName());
        said.put("day", occasion.day().toString());
        said.put("time", time(occasion.from(), occasion.to()));
        said.put("place", occasion.place());
        said.put("kinds", listed(occasion.kinds(), kind -> words.t("fact.activity.kinds." + kind.word())));
        said.put("title", entry.line().title());
        Stream<String> own = entry.sides().stream().skip(1).map(Entry.SideCount::name);
        Stream<String> guests = entry.draft().sides().guests().stream().map(Draft.Guest::name);
        said.put("sides", listed(Stream.concat(own, guests).toList(), Function.identity()));
    }

    private static String time(@Nullable LocalTime from, @Nullable LocalTime to) {
        return from == null ? "" : to == null ? from.toString() : from + "–" + to;
    }

    private void attendance(Map<String, String> said, Entry entry, Draft.Attendance attendance) {
        said.put("chair", entry.name(attendance.chair()));
        said.put("minute-taker", entry.name(attendance.minuteTaker()));
        said.put("expected", sum(entry, Entry.SideCount::expected));
        said.put("present", sum(entry, Entry.SideCount::present));
        said.put("absent", listed(attendance.absences(), absence -> {
            String cause = absence.note() == null ? words.t("paper.cause." + absence.cause()) : absence.note();
            return words.t("paper.absent", entry.name(absence.person()), cause);
        }));
        Stream<String> observers = attendance.observers().stream().map(entry::name);
        said.put(
                "observers",
                listed(
                        Stream.concat(observers, Stream.of(attendance.others()))
                                .filter(name -> !name.isBlank())
                                .toList(),
                        Function.identity()));
    }

    private static String sum(Entry entry, Function<Entry.SideCount, Integer> count) {
        return Integer.toString(
                entry.sides().stream().map(count).mapToInt(Integer::intValue).sum());
    }

    private void content(Map<String, String> said, Entry entry, Draft.Content content) {
        said.put(
                "agenda",
                numbered(content.agenda().stream().map(Draft.Item::subject).toList()));
        said.put(
                "theme",
                listed(content.agenda().stream().filter(Draft.Item::study).toList(), Draft.Item::subject));
        said.put("minutes", content.minutes());
        said.put(
                "decisions",
                numbered(content.decisions().stream()
                        .map(decision -> decided(entry, decision))
                        .toList()));
    }

    private String decided(Entry entry, Draft.Decision decision) {
        String by = Stream.of(entry.name(decision.owner()), Objects.toString(decision.due(), ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return by.isEmpty() ? decision.subject() : words.t("paper.decided", decision.subject(), by);
    }

    private <T> String listed(Collection<T> all, Function<T, String> name) {
        return all.stream().map(name).collect(Collectors.joining(words.t("paper.and")));
    }

    /** Each on a line of its own, numbered where there are several. */
    private static String numbered(List<String> lines) {
        return lines.size() == 1
                ? lines.getFirst()
                : IntStream.range(0, lines.size())
                        .mapToObj(i -> (i + 1) + ". " + lines.get(i))
                        .collect(Collectors.joining("\n"));
    }
}

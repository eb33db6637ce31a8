package org.yijitong.activity.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.activity.imports.LedgerLine.Becoming;
import org.yijitong.activity.imports.LedgerStore.Held;
import org.yijitong.activity.imports.LedgerStore.Somebody;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Days;

/**
 * Turns the meetings of a ledger into drafts: names become people, what is recorded already is left alone.
 *
 * @param people who belonged to the organization in the time of the ledger
 * @param answers names that were told by hand; an empty answer is nobody of the organization
 */
record LedgerMatching(
        List<Somebody> people, List<Held> held, Map<String, Optional<PersonId>> answers, LocalDate today) {
    // Chinese words: as offices write them in their ledgers.
    private static final Pattern STUDIED = Pattern.compile("学习|传达|研读|读原著|领学|宣讲");
    private static final int LONGEST_MINUTES = 9_800;
    private static final int LONGEST_OTHERS = 500;
    private static final int LONGEST_NOTE = 100;

    /** Each meeting with what becomes of it, in the order of the file. */
    List<LedgerLine> lines(List<Meeting> meetings) {
        List<Held> known = new ArrayList<>(held);
        List<LedgerLine> lines = new ArrayList<>();
        for (Meeting meeting : meetings) {
            LedgerLine line = line(meeting, known);
            lines.add(line);
            if (line.verdict() == Becoming.NEW) {
                known.add(
                        new Held(Objects.requireNonNull(meeting.day()), List.copyOf(meeting.kinds()), starts(meeting)));
            }
        }
        return lines;
    }

    private LedgerLine line(Meeting meeting, List<Held> known) {
        LocalDate day = meeting.day();
        if (day == null) {
            return LedgerLine.refused(meeting, "activity.ledger.day", meeting.said());
        }
        if (meeting.kinds().isEmpty()) {
            return LedgerLine.refused(meeting, "activity.ledger.kinds", meeting.kindsSaid());
        }
        if (day.isAfter(today)) {
            return LedgerLine.refused(meeting, "activity.ledger.future", day);
        }
        if (known.stream().anyMatch(each -> isSame(each, meeting))) {
            return new LedgerLine(meeting, Becoming.LEFT, null, null, List.of());
        }
        List<String> asked =
                meeting.names().stream().filter(name -> person(name).isEmpty()).toList();
        return asked.isEmpty()
                ? new LedgerLine(meeting, Becoming.NEW, draft(meeting, day), null, List.of())
                : new LedgerLine(meeting, Becoming.ASKED, null, null, asked);
    }

    /** The same day and a kind in common; at another hour it was another meeting. */
    private static boolean isSame(Held held, Meeting meeting) {
        Instant starts = starts(meeting);
        Instant other = held.startsAt();
        return held.heldOn().equals(meeting.day())
                && held.kinds().stream().anyMatch(meeting.kinds()::contains)
                && (starts == null || other == null || starts.equals(other));
    }

    private static @Nullable Instant starts(Meeting meeting) {
        LocalTime from = meeting.from();
        LocalDate day = meeting.day();
        return from == null || day == null
                ? null
                : day.atTime(from).atZone(Days.SHANGHAI).toInstant();
    }

    /** Whom a name means: nothing when it has to be asked, an empty answer when it is nobody of the organization. */
    private Optional<Optional<PersonId>> person(String name) {
        if (answers.containsKey(name)) {
            return Optional.ofNullable(answers.get(name));
        }
        List<Somebody> named =
                people.stream().filter(each -> plain(each.name()).equals(name)).toList();
        return named.size() == 1 ? Optional.of(Optional.of(named.getFirst().personId())) : Optional.empty();
    }

    private @Nullable PersonId known(String name) {
        return name.isEmpty() ? null : person(name).flatMap(each -> each).orElse(null);
    }

    /** Those a name may mean: the same name first, then those with all characters but one the same. */
    Map<PersonId, String> candidates(String name) {
        Map<PersonId, String> candidates = new LinkedHashMap<>();
        Stream.concat(
                        people.stream().filter(each -> plain(each.name()).equals(name)),
                        Stream.concat(
                                people.stream().filter(each -> isNear(name, plain(each.name()))), people.stream()))
                .forEach(each -> candidates.putIfAbsent(each.personId(), each.name()));
        return candidates;
    }

    private static boolean isNear(String name, String other) {
        long same = IntStream.range(0, Math.min(name.length(), other.length()))
                .filter(i -> name.charAt(i) == other.charAt(i))
                .count();
        return name.length() == other.length() && same >= name.length() - 1;
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s　]", "");
    }

    private Draft draft(Meeting meeting, LocalDate day) {
        Set<ActivityKind> kinds = EnumSet.copyOf(meeting.kinds());
        return new Draft(
                new Draft.Occasion(kinds, day, meeting.from(), meeting.to(), meeting.place(), ""),
                Draft.Sides.NONE,
                attendance(meeting),
                new Draft.Content(
                        meeting.subjects().stream()
                                .map(subject -> new Draft.Item(
                                        subject, STUDIED.matcher(subject).find()))
                                .toList(),
                        cut(meeting.minutes(), LONGEST_MINUTES),
                        meeting.decisions().stream()
                                .map(decision -> new Draft.Decision(decision, null, null))
                                .toList()),
                new Draft.Further(lecturer(meeting.lecturer()), null, null));
    }

    private Draft.Attendance attendance(Meeting meeting) {
        List<Draft.Absence> absences = meeting.absences().stream()
                .filter(absent -> known(absent.name()) != null)
                .map(absent -> new Draft.Absence(
                        Objects.requireNonNull(known(absent.name())),
                        absent.cause(),
                        absent.note().isEmpty() ? null : cut(absent.note(), LONGEST_NOTE)))
                .toList();
        String outside = Stream.of(meeting.chair(), meeting.minuteTaker())
                .filter(name -> !name.isEmpty() && known(name) == null)
                .distinct()
                .collect(Collectors.joining("、"));
        String others = Stream.of(meeting.observers(), outside)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("、"));
        return new Draft.Attendance(
                absences, List.of(), cut(others, LONGEST_OTHERS), known(meeting.chair()), known(meeting.minuteTaker()));
    }

    private static Draft.@Nullable Lecturer lecturer(String said) {
        if (said.contains("书记")) {
            return Draft.Lecturer.SECRETARY;
        }
        if (said.matches(".*(?:委员|班子|领导|主任|局长|厅长|处长).*")) {
            return Draft.Lecturer.LEADER;
        }
        return said.matches(".*(?:专家|教授|讲师|老师).*") ? Draft.Lecturer.EXPERT : null;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}

package org.yijitong.activity.imports;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Cut;

/**
 * Turns a meeting of a ledger into a draft.
 *
 * @param people whom a name means; nothing when it is nobody of the organization
 */
record LedgerDrafting(Function<String, Optional<PersonId>> people) {
    // Chinese words: as offices write them in their ledgers.
    private static final Pattern STUDIED = Pattern.compile("学习|传达|研读|读原著|领学|宣讲");
    private static final int LONGEST_MINUTES = 9_800;
    private static final int LONGEST_OTHERS = 500;
    private static final int LONGEST_NOTE = 100;

    private @Nullable PersonId known(String name) {
        return name.isEmpty() ? null : people.apply(name).orElse(null);
    }

    Draft draft(Meeting meeting, LocalDate day) {
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
                absences,
                List.of(),
                cut(others, LONGEST_OTHERS),
                known(meeting.chair()),
                known(meeting.minuteTaker()),
                meeting.told());
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
        return Cut.at(longest, text);
    }
}

package org.yijitong.activity.imports;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.imports.LedgerWords.Column;
import org.yijitong.shared.Cut;

/**
 * Reads one meeting from the texts of its columns.
 *
 * @param year of days that name none
 * @param month of days that name none; 0 when the sheet has none
 */
record MeetingReading(String sheet, int row, int year, int month) {
    // Chinese words: as offices write them in their ledgers.
    private static final int LONGEST_PLACE = 100;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_DECISION = 500;
    private static final int MOST_LINES = 20;

    Meeting read(Function<Column, String> texts) {
        String when = texts.apply(Column.DAY);
        Optional<MeetingTime.Hours> hours =
                MeetingTime.hours(texts.apply(Column.TIME)).or(() -> MeetingTime.hours(when));
        Attendance prose = Attendance.ofProse(texts.apply(Column.ATTENDANCE));
        return new Meeting(
                sheet,
                row,
                texts.apply(Column.ORGANIZATION),
                day(when),
                when,
                from(hours),
                hours.map(MeetingTime.Hours::to).orElse(null),
                kinds(texts),
                texts.apply(Column.KINDS),
                lines(texts.apply(Column.TITLE), LONGEST_SUBJECT),
                Cut.at(LONGEST_PLACE, texts.apply(Column.PLACE).replace('\n', ' ')),
                name(texts.apply(Column.CHAIR)),
                name(texts.apply(Column.MINUTE_TAKER)),
                texts.apply(Column.LECTURER),
                number(texts.apply(Column.EXPECTED), prose.expected()),
                number(texts.apply(Column.PRESENT), prose.present()),
                absences(texts, prose),
                texts.apply(Column.OBSERVERS).replace('\n', '、'),
                texts.apply(Column.MINUTES),
                lines(texts.apply(Column.DECISIONS), LONGEST_DECISION));
    }

    private static List<Meeting.Absent> absences(Function<Column, String> texts, Attendance prose) {
        List<Meeting.Absent> absences = new ArrayList<>();
        Stream.concat(Attendance.ofAbsent(texts.apply(Column.ABSENT)).stream(), prose.absences().stream())
                .map(each -> new Meeting.Absent(each.name(), each.cause(), each.note()))
                .filter(each ->
                        absences.stream().noneMatch(other -> other.name().equals(each.name())))
                .forEach(absences::add);
        return absences;
    }

    private @Nullable LocalDate day(String when) {
        return MeetingTime.day(when, year, month).orElse(null);
    }

    private static @Nullable LocalTime from(Optional<MeetingTime.Hours> hours) {
        return hours.map(MeetingTime.Hours::from).orElse(null);
    }

    /** As its own column says, else as the subject does. */
    private static Set<ActivityKind> kinds(Function<Column, String> texts) {
        Set<ActivityKind> said = LedgerWords.kinds(texts.apply(Column.KINDS));
        return said.isEmpty() ? LedgerWords.kinds(texts.apply(Column.TITLE)) : said;
    }

    /** Its lines without the numbers before them. */
    private static List<String> lines(String text, int longest) {
        return text.lines()
                .map(line -> line.strip().replaceFirst("^(?:[（(]?[\\d一二三四五六七八九十]{1,2}[）)、.．]\\s*)", ""))
                .filter(line -> !line.isEmpty())
                .map(line -> Cut.at(longest, line))
                .limit(MOST_LINES)
                .toList();
    }

    private static String name(String text) {
        return Cut.at(LONGEST_PLACE, text)
                .replaceAll("[（(].*?[）)]", "")
                .replaceAll("[\\s　]", "")
                .replaceAll("同志$", "");
    }

    private static OptionalInt number(String text, OptionalInt other) {
        String digits = text.replaceAll("[^\\d]", "");
        return digits.isEmpty() || digits.length() > 4 ? other : OptionalInt.of(Integer.parseInt(digits));
    }
}

package org.yijitong.activity.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yijitong.activity.Draft;

/**
 * Attendance told in prose: 应到12人实到10人，请假：张三（出差）、李四；病假：王五.
 *
 * @param absences who was named as absent
 */
record Attendance(OptionalInt expected, OptionalInt present, List<Absent> absences) {
    /** Someone named as absent, by name only. */
    record Absent(String name, Draft.Cause cause, String note) {}

    // Chinese words: as offices write them in their ledgers.
    private static final Pattern EXPECTED = Pattern.compile("应(?:到|参加|出席)(?:会)?(?:人数)?[:：]?\\s*(\\d{1,4})");
    private static final Pattern PRESENT = Pattern.compile("(?:实到|实际参加|到会|参加|出席)(?:会)?(?:人数)?[:：]?\\s*(\\d{1,4})");
    /** Under a heading such as 应到/实到: the larger is who was expected. */
    private static final Pattern BOTH = Pattern.compile("(\\d{1,4})人?\\s*[/／]\\s*(\\d{1,4})人?");

    private static final Pattern ABSENT =
            Pattern.compile("(?:因?(?:请假|缺席|缺勤|未到|未参加|病假|事假|出差|公出|休假))(?:人员|的?有)?(?:\\d+人)?[:：]\\s*([^；;。\\n]+)");
    private static final Pattern NAME = Pattern.compile("([\\p{IsHan}·]{2,12})\\s*(?:[（(]([^）)]*)[）)])?");
    private static final Pattern PIECES = Pattern.compile("[、，,；;\\n]|(?<=[）)])");
    /** Words that stand where names do and are none. */
    private static final Pattern NO_NAME = Pattern.compile("(?:全体|无|没有|其余|其他|等|党员|人员|同志|请假|缺席|出差|病假|事假|公出|休假)+.*");

    /** Reads a cell that tells of attendance in any way. */
    static Attendance ofProse(String text) {
        List<Absent> absences = new ArrayList<>();
        Matcher absent = ABSENT.matcher(text);
        while (absent.find()) {
            absences.addAll(names(absent.group(1), text.substring(absent.start(), absent.start(1))));
        }
        Matcher both = BOTH.matcher(text.strip());
        if (both.matches()) {
            int one = Integer.parseInt(both.group(1));
            int other = Integer.parseInt(both.group(2));
            return new Attendance(OptionalInt.of(Math.max(one, other)), OptionalInt.of(Math.min(one, other)), absences);
        }
        return new Attendance(number(EXPECTED, text), number(PRESENT, text), absences);
    }

    /** Reads a cell that has nothing but those who were absent. */
    static List<Absent> ofAbsent(String text) {
        List<Absent> prose = ofProse(text).absences();
        return prose.isEmpty() ? names(text, "") : prose;
    }

    private static OptionalInt number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    private static List<Absent> names(String text, String around) {
        List<Absent> names = new ArrayList<>();
        for (String piece : PIECES.splitAsStream(text).toList()) {
            Matcher name = NAME.matcher(piece.replaceAll("[\\s　]", ""));
            if (name.matches() && !NO_NAME.matcher(name.group(1)).matches()) {
                String note = name.group(2) == null ? "" : name.group(2);
                names.add(new Absent(name.group(1).replaceAll("同志$", ""), cause(note.isEmpty() ? around : note), note));
            }
        }
        return names;
    }

    private static Draft.Cause cause(String words) {
        if (words.matches("(?s).*(?:病|住院|就医).*")) {
            return Draft.Cause.ILLNESS;
        }
        if (words.matches("(?s).*(?:出差|公出|出国|外出).*")) {
            return Draft.Cause.JOURNEY;
        }
        return words.isEmpty() || words.matches("(?s).*(?:假|缺席).*") ? Draft.Cause.LEAVE : Draft.Cause.OTHER;
    }
}

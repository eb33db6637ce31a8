package org.yijitong.activity.imports;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.shared.Invalid;

/**
 * One meeting as a ledger has it, read but not matched to people.
 *
 * @param sheet the tab it stands on; empty for text files
 * @param row its first row, as people see it
 * @param organization whose meeting it was, as told; empty when not told
 * @param day null when it cannot be read
 * @param said what stood where the day should be
 * @param kinds empty when none was recognised
 * @param chair by name; empty when not told
 * @param expected as told, and kept where nobody is named as absent
 */
public record Meeting(
        String sheet,
        int row,
        String organization,
        @Nullable LocalDate day,
        String said,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        Set<ActivityKind> kinds,
        String kindsSaid,
        List<String> subjects,
        String place,
        String chair,
        String minuteTaker,
        String lecturer,
        OptionalInt expected,
        OptionalInt present,
        List<Absent> absences,
        String observers,
        String minutes,
        List<String> decisions) {
    /** Someone named as absent. */
    public record Absent(String name, Draft.Cause cause, String note) {}

    /** How many were expected and came, where both numbers are given and agree with each other. */
    Draft.@Nullable Told told() {
        return expected.isPresent() && present.isPresent() && present.getAsInt() <= expected.getAsInt()
                ? new Draft.Told(expected.getAsInt(), present.getAsInt())
                : null;
    }

    /** What should be looked at in its numbers; nothing of it keeps it from being written down. */
    public List<Invalid.Fault> notes() {
        if (present.isEmpty()) {
            return List.of();
        }
        int came = present.getAsInt();
        if (expected.isEmpty()) {
            return absences.isEmpty() ? note("activity.ledger.note.present", came) : List.of();
        }
        int missing = expected.getAsInt() - came;
        if (missing < 0) {
            return note("activity.ledger.note.more", expected.getAsInt(), came);
        }
        if (absences.isEmpty()) {
            return missing == 0 ? List.of() : note("activity.ledger.note.numbers", missing);
        }
        return missing == absences.size()
                ? List.of()
                : note("activity.ledger.note.names", expected.getAsInt(), came, missing, absences.size());
    }

    private static List<Invalid.Fault> note(String key, Object... arguments) {
        return List.of(new Invalid.Fault(key, List.of(arguments)));
    }

    /** Every name in it that has to be somebody. */
    public List<String> names() {
        return java.util.stream.Stream.concat(
                        absences.stream().map(Absent::name), java.util.stream.Stream.of(chair, minuteTaker))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}

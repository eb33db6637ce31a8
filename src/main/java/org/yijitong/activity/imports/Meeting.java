package org.yijitong.activity.imports;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;

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
 * @param expected as told; compared with who belonged to the organization
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
    public record Absent(String name, org.yijitong.activity.Draft.Cause cause, String note) {}

    /** Every name in it that has to be somebody. */
    public List<String> names() {
        return java.util.stream.Stream.concat(
                        absences.stream().map(Absent::name), java.util.stream.Stream.of(chair, minuteTaker))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}

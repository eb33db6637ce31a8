package org.yijitong.matter;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of two days, such as {@code valid-to <= today + 3 months}: each is a field or {@code today}, the day on which
 * the step is taken, and some days or months before or after it. Three months after 30 November end on the last day of
 * February, as for deadlines.
 */
public final class DayFormula implements Comparison {
    /** The day on which the step is taken, among the fields. */
    public static final String TODAY = "today";

    private static final String SIDE = "([a-z][a-z0-9-]{1,59})(?:\\s+([+-])\\s+(\\d{1,3})\\s+(days|months))?";
    private static final Pattern WHOLE = Pattern.compile("\\s*" + SIDE + "\\s*(<=|>=|<|>|=)\\s*" + SIDE + "\\s*");
    private static final int GROUPS_OF_SIDE = 4;
    private static final int BY = GROUPS_OF_SIDE + 1;

    private final Side left;
    private final String by;
    private final Side right;

    private DayFormula(Side left, String by, Side right) {
        this.left = left;
        this.by = by;
        this.right = right;
    }

    /** One of the two days: a name, and what is added to it. */
    private record Side(String name, int amount, boolean months, boolean plain) {
        static Side of(Matcher matcher, int group) {
            @Nullable String amount = matcher.group(group + 2);
            int sign = "-".equals(matcher.group(group + 1)) ? -1 : 1;
            return new Side(
                    matcher.group(group),
                    amount == null ? 0 : sign * Integer.parseInt(amount),
                    "months".equals(matcher.group(group + 3)),
                    amount == null && !matcher.group(group).equals(TODAY));
        }

        Optional<LocalDate> day(Map<String, LocalDate> days) {
            return Optional.ofNullable(days.get(name))
                    .map(day -> months ? day.plusMonths(amount) : day.plusDays(amount));
        }
    }

    /** What is written; empty when it is no comparison of two days, of which one at least is a field. */
    public static Optional<DayFormula> read(String written) {
        Matcher matcher = WHOLE.matcher(written);
        return matcher.matches()
                ? Optional.of(new DayFormula(Side.of(matcher, 1), matcher.group(BY), Side.of(matcher, BY + 1)))
                        .filter(read -> !read.fields().isEmpty())
                : Optional.empty();
    }

    /** Whether it cannot be meant of numbers: it names today, or so many days or months. */
    public boolean certain() {
        return !left.plain() || !right.plain();
    }

    @Override
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(List.of(left.name()));
        fields.add(right.name());
        fields.remove(TODAY);
        return fields;
    }

    @Override
    public Flow.Field.Type type() {
        return Flow.Field.Type.DAY;
    }

    /** A day that is not known, of a matter that came from a version that did not ask it, is not judged. */
    @Override
    public boolean holds(Answered answered) {
        return left.day(answered.days())
                .flatMap(one -> right.day(answered.days()).map(other -> Comparison.is(one.compareTo(other), by)))
                .orElse(true);
    }
}

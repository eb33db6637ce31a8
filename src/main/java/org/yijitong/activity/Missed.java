package org.yijitong.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yijitong.ledger.Stand;
import org.yijitong.ledger.Standings.Bearer;
import org.yijitong.mechanism.Condition;
import org.yijitong.mechanism.Duty;

/**
 * Something that was owed for a past period and is not written down.
 *
 * @param kinds what has to have been held
 * @param theme whether the theme of a study item has to be told
 * @param words whether what was discussed has to be told
 */
public record Missed(Stand stand, Duty duty, Bearer bearer, Set<ActivityKind> kinds, boolean theme, boolean words) {
    /** What one line can tell; whatever asks for more is recorded by itself. */
    private static final Set<String> TOLD = Set.of("kinds", "first_item", "study", "discussed");

    /** The days on which it may have been held. */
    public LocalDate first() {
        return stand.periodFrom();
    }

    public LocalDate last() {
        return stand.periodTo();
    }

    /** Whether a line is enough. */
    public boolean brief() {
        return !kinds.isEmpty()
                && duty.counts().stream()
                        .allMatch(condition -> TOLD.contains(condition.field().name()));
    }

    static Missed of(Stand stand, Duty duty, Bearer bearer) {
        return new Missed(
                stand,
                duty,
                bearer,
                kinds(duty),
                asks(duty, "first_item") || asks(duty, "study"),
                asks(duty, "discussed"));
    }

    /** Of several kinds that will do, the first; all of those that are asked for together. */
    private static Set<ActivityKind> kinds(Duty duty) {
        List<ActivityKind> kinds = duty.counts().stream()
                .filter(condition -> condition.field().name().equals("kinds"))
                .map(condition -> condition.values().getFirst())
                .flatMap(word -> List.of(ActivityKind.values()).stream()
                        .filter(kind -> kind.word().equals(word)))
                .toList();
        return Set.copyOf(kinds);
    }

    private static boolean asks(Duty duty, String field) {
        return duty.counts().stream()
                .map(Condition::field)
                .anyMatch(each -> each.name().equals(field));
    }
}

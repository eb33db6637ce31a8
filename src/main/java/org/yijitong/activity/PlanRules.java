package org.yijitong.activity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Profiles;
import org.yijitong.shared.Invalid;

/** What cannot be taken in a plan; every fault at once. */
final class PlanRules {
    private static final int YEARS = 2;
    private static final int MOST_ITEMS = 19;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NOTE = 100;

    private final Map<String, Invalid.Fault> faults = new LinkedHashMap<>();

    private PlanRules() {}

    static void check(PlanDraft draft, LocalDate today, Profiles.Life life) {
        PlanRules rules = new PlanRules();
        rules.require(!draft.kinds().isEmpty(), "kinds", "activity.invalid.kinds");
        rules.when(draft.when(), today, life);
        rules.require(draft.place().length() <= 100, "place", "activity.invalid.long", 100);
        rules.require(draft.theme().length() <= 200, "theme", "activity.invalid.long", 200);
        rules.require(draft.items().size() <= MOST_ITEMS, "items", "activity.invalid.many", MOST_ITEMS);
        rules.require(
                draft.items().stream().allMatch(item -> item.length() <= 200), "items", "activity.invalid.long", 200);
        LocalDate until = draft.until();
        rules.require(until == null || !until.isBefore(draft.when().day()), "until", "activity.plan.invalid.until");
        rules.require(draft.days().size() <= PlanDraft.MOST, "until", "activity.plan.invalid.often", PlanDraft.MOST);
        rules.done();
    }

    static void check(PlanDraft.When when, LocalDate today, Profiles.Life life, String reason) {
        PlanRules rules = new PlanRules();
        rules.when(when, today, life);
        rules.reason(reason);
        rules.done();
    }

    static void checkReason(String reason) {
        PlanRules rules = new PlanRules();
        rules.reason(reason);
        rules.done();
    }

    static void checkNote(@Nullable String note) {
        PlanRules rules = new PlanRules();
        rules.require(note == null || note.length() <= LONGEST_NOTE, "note", "activity.invalid.long", LONGEST_NOTE);
        rules.done();
    }

    private void when(PlanDraft.When when, LocalDate today, Profiles.Life life) {
        require(!when.day().isBefore(today), "day", "activity.plan.invalid.past");
        require(!when.day().isAfter(today.plusYears(YEARS)), "day", "activity.plan.invalid.far", YEARS);
        require(when.day().isBefore(life.closed()), "day", "activity.refused.closed", life.name(), life.closed());
        require(
                !when.day().isBefore(life.founded()),
                "day",
                "activity.invalid.beforeFounded",
                life.name(),
                life.founded());
        require(
                when.from() == null || when.to() == null || !when.to().isBefore(when.from()),
                "to",
                "activity.invalid.times");
    }

    private void reason(String reason) {
        require(
                !reason.isBlank() && reason.length() <= LONGEST_REASON,
                "reason",
                "activity.invalid.reason",
                LONGEST_REASON);
    }

    private void require(boolean holds, String field, String key, Object... arguments) {
        if (!holds) {
            faults.putIfAbsent(field, new Invalid.Fault(key, List.of(arguments)));
        }
    }

    private void done() {
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }
}

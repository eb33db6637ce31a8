package org.yijitong.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Company;
import org.yijitong.organization.Company.Attendee;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Invalid;

/** What cannot be taken in a draft, whether a form or a program sent it; every fault at once. */
final class DraftRules {
    private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(200);
    private static final int MOST_ITEMS = 20;

    private final Map<String, Invalid.Fault> faults = new LinkedHashMap<>();

    private DraftRules() {}

    /** What can be said without knowing the people. */
    static void check(Draft draft, LocalDate today) {
        DraftRules rules = new DraftRules();
        Draft.Occasion occasion = draft.occasion();
        rules.require(!occasion.kinds().isEmpty(), "kinds", "activity.invalid.kinds");
        rules.require(!occasion.day().isAfter(today), "day", "activity.invalid.future", today);
        rules.require(
                occasion.from() == null
                        || occasion.to() == null
                        || !occasion.to().isBefore(occasion.from()),
                "to",
                "activity.invalid.times");
        rules.longest("place", occasion.place(), 100);
        rules.longest("title", occasion.title(), 100);
        rules.longest("minutes", draft.content().minutes(), 10_000);
        rules.longest("others", draft.attendance().others(), 500);
        draft.attendance().absences().forEach(absence -> rules.longest("absent", absence.note(), 100));
        Draft.Told told = draft.attendance().told();
        rules.require(told == null || told.holds(), "told", "activity.invalid.told");
        rules.content(draft);
        rules.further(draft.further());
        rules.done();
    }

    private void content(Draft draft) {
        List<Draft.Item> agenda = draft.content().agenda();
        List<Draft.Decision> decisions = draft.content().decisions();
        require(agenda.size() <= MOST_ITEMS, "agenda", "activity.invalid.many", MOST_ITEMS);
        require(decisions.size() <= MOST_ITEMS, "decisions", "activity.invalid.many", MOST_ITEMS);
        require(draft.sides().guests().size() <= MOST_ITEMS, "guests", "activity.invalid.many", MOST_ITEMS);
        agenda.forEach(item -> longest("agenda", item.subject(), 200));
        require(agenda.stream().noneMatch(item -> item.subject().isBlank()), "agenda", "activity.invalid.subject");
        decisions.forEach(decision -> longest("decisions", decision.subject(), 500));
        require(
                decisions.stream().noneMatch(decision -> decision.subject().isBlank()),
                "decisions",
                "activity.invalid.subject");
        draft.sides().guests().forEach(guest -> longest("guests", guest.name(), 100));
        require(
                draft.sides().guests().stream().noneMatch(guest -> guest.name().isBlank()),
                "guests",
                "activity.invalid.guest");
    }

    private void further(Draft.Further further) {
        BigDecimal hours = further.hours();
        require(
                hours == null || (hours.signum() > 0 && hours.compareTo(MOST_HOURS) <= 0 && hours.scale() <= 1),
                "hours",
                "activity.invalid.hours",
                MOST_HOURS);
        Integer problems = further.problems();
        require(problems == null || (problems >= 0 && problems <= 999), "problems", "activity.invalid.problems");
    }

    /** What is named must belong to the sides of that day. */
    static void check(Draft draft, List<Company> companies) {
        DraftRules rules = new DraftRules();
        Set<OrganizationId> there = companies.stream().map(Company::id).collect(Collectors.toSet());
        rules.require(there.containsAll(draft.sides().own()), "sides", "activity.invalid.side");
        Set<PersonId> known = companies.stream()
                .flatMap(company -> company.people().stream())
                .map(Attendee::id)
                .collect(Collectors.toSet());
        Draft.Attendance attendance = draft.attendance();
        rules.people(
                "absent",
                known,
                attendance.absences().stream().map(Draft.Absence::person).toList());
        rules.people("observers", known, attendance.observers());
        rules.people("chair", known, some(attendance.chair()));
        rules.people("minuteTaker", known, some(attendance.minuteTaker()));
        rules.people(
                "decisions",
                known,
                draft.content().decisions().stream()
                        .map(Draft.Decision::owner)
                        .filter(Objects::nonNull)
                        .toList());
        rules.done();
    }

    private static List<PersonId> some(@Nullable PersonId person) {
        return Stream.ofNullable(person).toList();
    }

    private void people(String field, Set<PersonId> known, Collection<PersonId> named) {
        require(known.containsAll(named), field, "activity.invalid.person");
    }

    private void longest(String field, @Nullable String text, int longest) {
        require(text == null || text.length() <= longest, field, "activity.invalid.long", longest);
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

package org.yijitong.activity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.Company;
import org.yijitong.organization.Company.Attendee;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;

/**
 * Who was expected, who came, who sat in (应到、实到、列席), worked out from who belongs to the sides.
 *
 * @param sides the host first
 */
public record Gathering(List<Side> sides) {
    /**
     * One side with its own people.
     *
     * @param told how many were expected and came, where that is known in numbers only
     */
    public record Side(
            Company company,
            List<Attendee> expected,
            List<Attendee> present,
            List<Attendee> observers,
            Draft.@Nullable Told told) {
        int expectedCount() {
            return told == null ? expected.size() : told.expected();
        }

        int presentCount() {
            return told == null ? present.size() : told.present();
        }

        /** The same with what was told, unless it says no more than the names do. */
        private Side told(Draft.@Nullable Told numbers) {
            boolean same = numbers != null && numbers.equals(new Draft.Told(expected.size(), present.size()));
            return same ? this : new Side(company, expected, present, observers, numbers);
        }

        OrganizationId id() {
            return company.id();
        }
    }

    /**
     * Takes attendance.
     *
     * @param companies the host first, and others among which are the sides
     * @param sides those of the others that took part
     * @param absent who did not come; who was not expected does not matter
     */
    public static Gathering of(
            List<Company> companies,
            Collection<ActivityKind> kinds,
            Collection<OrganizationId> sides,
            Collection<PersonId> absent,
            Collection<PersonId> observing) {
        OrganizationId host = companies.getFirst().id();
        return new Gathering(companies.stream()
                .filter(company -> company.id().equals(host) || sides.contains(company.id()))
                .map(company -> side(
                        company, expected(company, company.id().equals(host) ? kinds : Set.of()), absent, observing))
                .toList());
    }

    static Gathering of(Draft draft, List<Company> companies) {
        List<Side> named = of(
                        companies,
                        draft.occasion().kinds(),
                        Set.copyOf(draft.sides().own()),
                        draft.attendance().absences().stream()
                                .map(Draft.Absence::person)
                                .collect(Collectors.toSet()),
                        Set.copyOf(draft.attendance().observers()))
                .sides();
        return new Gathering(Stream.concat(
                        Stream.of(named.getFirst().told(draft.attendance().told())),
                        named.stream().skip(1))
                .toList());
    }

    private static Side side(
            Company company, List<Attendee> expected, Collection<PersonId> absent, Collection<PersonId> observing) {
        Set<PersonId> ids = expected.stream().map(Attendee::id).collect(Collectors.toSet());
        return new Side(
                company,
                expected,
                expected.stream()
                        .filter(person -> !absent.contains(person.id()))
                        .toList(),
                company.people().stream()
                        .filter(person -> observing.contains(person.id()) && !ids.contains(person.id()))
                        .toList(),
                null);
    }

    /** A meeting of the committee expects those who hold a post, everything else everyone who belongs there. */
    static List<Attendee> expected(Company company, Collection<ActivityKind> kinds) {
        List<Attendee> members = company.members();
        boolean holdersOnly = !kinds.isEmpty() && kinds.stream().allMatch(ActivityKind::ofHolders);
        return members.isEmpty() || (holdersOnly && !company.holders().isEmpty()) ? company.holders() : members;
    }

    Side host() {
        return sides.getFirst();
    }

    /** Everyone expected, of whichever side, each once. */
    public List<Attendee> expected() {
        return once(sides.stream().flatMap(side -> side.expected().stream()).toList());
    }

    /** Everyone who came of those expected, each once. */
    public List<Attendee> present() {
        return once(sides.stream().flatMap(side -> side.present().stream()).toList());
    }

    /** Everyone who belongs to a side and is not expected, each once. */
    public List<Attendee> beside() {
        Set<PersonId> expected = expected().stream().map(Attendee::id).collect(Collectors.toSet());
        return once(sides.stream()
                .flatMap(side -> side.company().people().stream())
                .filter(person -> !expected.contains(person.id()))
                .toList());
    }

    /** Everyone of every side, each once: those who may be named in a record. */
    public List<Attendee> everyone() {
        return once(
                sides.stream().flatMap(side -> side.company().people().stream()).toList());
    }

    private static List<Attendee> once(List<Attendee> people) {
        Map<PersonId, Attendee> each = new LinkedHashMap<>();
        people.forEach(person -> each.putIfAbsent(person.id(), person));
        return List.copyOf(each.values());
    }
}

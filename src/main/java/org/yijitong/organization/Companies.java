package org.yijitong.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Scope;

/** Who belongs together on a day, for those who take attendance (应到). */
@Component
@Transactional(readOnly = true)
public class Companies {
    private final CompanyStore store;

    Companies(CompanyStore store) {
        this.store = store;
    }

    /**
     * An organization and those with which it may act as one: the Party groups directly under it, the youth groups of its
     * people, and others that are named and within reach. One statement.
     *
     * @return the organization first; without it when it was not there that day or is out of reach
     */
    public List<Company> around(
            Scope scope, OrganizationId organization, Collection<OrganizationId> others, LocalDate day) {
        Map<OrganizationId, List<CompanyStore.Row>> rows =
                store.around(scope, organization, others, AsOf.knownNow(day)).stream()
                        .collect(Collectors.groupingBy(
                                CompanyStore.Row::organizationId, LinkedHashMap::new, Collectors.toList()));
        if (!rows.containsKey(organization)) {
            return List.of();
        }
        return rows.values().stream().map(Companies::company).toList();
    }

    /** An organization on a day. */
    public record Occasion(OrganizationId organization, LocalDate day) {}

    /**
     * Several organizations, each on its day, with their own people. One statement.
     *
     * @return without those that were not there that day or are out of reach
     */
    public Map<Occasion, Company> each(Scope scope, Collection<Occasion> occasions) {
        Map<Occasion, List<CompanyStore.Row>> rows = store.each(scope, Set.copyOf(occasions)).stream()
                .collect(Collectors.groupingBy(row -> new Occasion(row.organizationId(), row.day())));
        return rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> company(each.getValue())));
    }

    private static Company company(List<CompanyStore.Row> rows) {
        CompanyStore.Row first = rows.getFirst();
        Map<PersonId, List<CompanyStore.Row>> people = new LinkedHashMap<>();
        rows.forEach(row -> {
            @Nullable PersonId person = row.personId();
            if (person != null) {
                people.computeIfAbsent(person, _ -> new ArrayList<>()).add(row);
            }
        });
        return new Company(
                first.organizationId(),
                first.organizationName(),
                first.organizationKind(),
                people.values().stream().map(Companies::attendee).toList());
    }

    private static Company.Attendee attendee(List<CompanyStore.Row> rows) {
        CompanyStore.Row first = rows.getFirst();
        return new Company.Attendee(
                java.util.Objects.requireNonNull(first.personId()),
                java.util.Objects.requireNonNull(first.name()),
                first.birthDate(),
                rows.stream().anyMatch(CompanyStore.Row::belongs),
                rows.stream()
                        .flatMap(row -> java.util.stream.Stream.ofNullable(row.post()))
                        .distinct()
                        .toList());
    }
}

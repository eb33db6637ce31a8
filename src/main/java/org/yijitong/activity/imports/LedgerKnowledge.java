package org.yijitong.activity.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yijitong.activity.imports.LedgerStore.Held;
import org.yijitong.activity.imports.LedgerStore.Named;
import org.yijitong.activity.imports.LedgerStore.Somebody;
import org.yijitong.organization.OrganizationId;

/**
 * What is known of the organizations a ledger speaks of, in its time.
 *
 * @param chosen the one whose ledger it is, for meetings that name none
 * @param names those within reach
 */
record LedgerKnowledge(
        OrganizationId chosen,
        Map<OrganizationId, String> names,
        Map<String, Set<OrganizationId>> called,
        Map<OrganizationId, List<Somebody>> people,
        Map<OrganizationId, List<Held>> held) {

    /** Nothing is known but the names of those within reach. */
    static LedgerKnowledge of(OrganizationId chosen, List<Named> named) {
        return new LedgerKnowledge(
                chosen,
                named.stream()
                        .collect(Collectors.toMap(Named::organizationId, Named::shortName, (earlier, later) -> later)),
                named.stream()
                        .flatMap(each -> Stream.of(each.name(), each.shortName())
                                .map(name -> Map.entry(plain(name), each.organizationId())))
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet()))),
                Map.of(),
                Map.of());
    }

    LedgerKnowledge with(Collection<Somebody> somebody, Collection<Held> recorded) {
        return new LedgerKnowledge(
                chosen,
                names,
                called,
                somebody.stream().collect(Collectors.groupingBy(Somebody::organizationId)),
                recorded.stream().collect(Collectors.groupingBy(Held::organizationId)));
    }

    /** Whose meeting it was: as its line says, else as its tab is called, else of the one whose ledger it is. */
    Optional<OrganizationId> organization(Meeting meeting) {
        if (!meeting.organization().isEmpty()) {
            return find(meeting.organization());
        }
        return find(meeting.sheet()).or(() -> Optional.of(chosen));
    }

    /** Nothing as well where two are called so. */
    private Optional<OrganizationId> find(String name) {
        Set<OrganizationId> found = called.getOrDefault(plain(name), Set.of());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    List<Somebody> peopleOf(OrganizationId organization) {
        return people.getOrDefault(organization, List.of());
    }

    // Chinese words: 党支部 and 支部 are the same to whoever keeps a ledger.
    private static String plain(String name) {
        return name.replaceAll("[\\s　]", "").replace("党支部", "支部");
    }
}

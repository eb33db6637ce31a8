package org.yijitong.matter;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flow.Step;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.organization.RosterCopies;
import org.yijitong.organization.RosterFilter;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;

/** Who is named in matters, by their entry in the roster: what stands there is never asked a second time. */
@Component
@Transactional(readOnly = true)
public class PeopleNamed {
    /** How many there are to choose from: more than a general branch (50 to 100 members, 条例 2019 §5) has. */
    private static final int OFFERED = 300;

    private final PeopleNamedStore store;
    private final RosterCopies copies;
    private final Persons persons;

    PeopleNamed(PeopleNamedStore store, RosterCopies copies, Persons persons) {
        this.store = store;
        this.copies = copies;
        this.persons = persons;
    }

    /** Those who belong to an organization today, and to what is below it, to choose one from, by id. */
    public Map<String, String> offered(Scope scope, OrganizationId organization) {
        Map<String, String> offered = new LinkedHashMap<>();
        copies.first(of(scope, organization), RosterFilter.EVERYONE, OFFERED)
                .forEach(each -> offered.put(each.personId().toString(), each.name()));
        return offered;
    }

    private static Scope of(Scope scope, OrganizationId organization) {
        return new Scope(scope.account(), scope.unit(), organization.value());
    }

    /** What the answers of some events name by an id. */
    static Set<UUID> ids(Collection<MatterEvent> events) {
        return events.stream()
                .flatMap(event -> event.answers().values().stream())
                .flatMap(answer -> Ids.read(answer).stream())
                .collect(Collectors.toSet());
    }

    /** What those of some ids are called that are people of the unit. */
    public Map<UUID, String> byId(Scope scope, Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            store.names(scope.unit(), ids).forEach(each -> names.put(each.personId(), each.name()));
        }
        return names;
    }

    /** @throws Invalid with each field that names nobody who belongs, or last belonged, to the host */
    void require(Scope scope, OrganizationId host, Step step, Map<String, String> answers) {
        Map<String, PersonId> named = new HashMap<>();
        step.fields().stream()
                .filter(field -> field.type() == Field.Type.PERSON && answers.containsKey(field.id()))
                .forEach(field ->
                        named.put(field.id(), new PersonId(UUID.fromString(answers.getOrDefault(field.id(), "")))));
        if (!named.isEmpty()) {
            Set<PersonId> there = persons.reached(of(scope, host), named.values());
            Map<String, Invalid.Fault> faults = new HashMap<>();
            named.forEach((field, person) -> {
                if (!there.contains(person)) {
                    faults.put(field, new Invalid.Fault("matter.invalid.PERSON", List.of()));
                }
            });
            if (!faults.isEmpty()) {
                throw new Invalid(faults);
            }
        }
    }
}

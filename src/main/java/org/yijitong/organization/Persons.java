package org.yijitong.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.shared.Ids;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** Reads single people: what is held, where they belonged, what was changed. */
@Component
@Transactional(readOnly = true)
public class Persons {
    private static final String BEFORE = ".before";
    private static final String AFTER = ".after";

    private final PersonStore people;
    private final MembershipStore memberships;
    private final LifeStore lives;

    public Persons(PersonStore people, MembershipStore memberships, LifeStore lives) {
        this.people = people;
        this.memberships = memberships;
        this.lives = lives;
    }

    /**
     * What is held on a person.
     *
     * @throws NotFound when the scope does not reach the person
     */
    public Person find(Scope scope, PersonId person) {
        require(scope, person);
        return people.find(scope.unit(), person)
                .map(row -> new Person(row.personId(), row.details(), row.revision()))
                .orElseThrow(NotFound::new);
    }

    /** Which of some people the scope reaches. */
    public Set<PersonId> reached(Scope scope, Collection<PersonId> some) {
        return memberships.reached(scope, some);
    }

    /** Where the person belonged, in every sphere, and which posts the person held. */
    public Life life(Scope scope, PersonId person) {
        require(scope, person);
        return new Life(lives.stays(scope.unit(), person), lives.tenures(scope.unit(), person));
    }

    /** What was changed about the person and entries joined with it, latest first; at most {@code limit}. */
    public List<PersonEvent> history(Scope scope, PersonId person, int limit) {
        require(scope, person);
        List<PersonStore.Change> changes = people.history(scope.unit(), person, limit);
        Map<UUID, Map<String, String>> details =
                changes.stream().collect(Collectors.toMap(PersonStore.Change::changeId, people::detail));
        Map<String, String> names = names(scope, details.values());
        return changes.stream()
                .map(change -> event(change, Objects.requireNonNull(details.get(change.changeId())), names))
                .toList();
    }

    /** Branches within reach today; with {@code groups} each followed by its Party groups. At most 300. */
    public List<PlaceToBe> places(Scope scope, boolean groups) {
        return lives.places(scope, groups);
    }

    private void require(Scope scope, PersonId person) {
        if (!memberships.reaches(scope, person)) {
            throw new NotFound();
        }
    }

    private Map<String, String> names(Scope scope, Collection<Map<String, String>> details) {
        Set<UUID> ids = details.stream()
                .flatMap(detail -> detail.values().stream())
                .map(Ids::read)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return lives.names(scope.unit(), ids).stream()
                .collect(Collectors.toMap(named -> named.id().toString(), LifeStore.Named::name));
    }

    private static PersonEvent event(PersonStore.Change change, Map<String, String> detail, Map<String, String> names) {
        List<PersonEvent.Field> fields = new ArrayList<>();
        Map<String, String> rest = new HashMap<>();
        detail.forEach((key, value) -> {
            if (key.endsWith(AFTER)) {
                String name = key.substring(0, key.length() - AFTER.length());
                String before = detail.getOrDefault(name + BEFORE, "");
                fields.add(new PersonEvent.Field(
                        name, names.getOrDefault(before, before), names.getOrDefault(value, value)));
            } else if (!key.endsWith(BEFORE)) {
                rest.put(key, value);
            }
        });
        return new PersonEvent(
                change.kind(),
                change.recordedAt(),
                change.accountId(),
                change.effectiveOn(),
                change.reason(),
                fields,
                rest);
    }
}

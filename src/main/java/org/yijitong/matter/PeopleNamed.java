package org.yijitong.matter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.Flow.Step;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.Persons;
import org.yijitong.organization.RosterCopies;
import org.yijitong.organization.RosterEntry;
import org.yijitong.organization.RosterFilter;
import org.yijitong.organization.Rosters;
import org.yijitong.shared.Ids;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.Scope;

/** Who is named in matters, by their entry in the roster: what stands there is never asked a second time. */
@Component
@Transactional(readOnly = true)
public class PeopleNamed {
    /** How many there are to choose from: more than a general branch (50 to 100 members, 条例 2019 §5) has. */
    private static final int OFFERED = 300;

    private static final int LONGEST = 60;
    private static final String BETWEEN = " · ";
    private static final Pattern BLANKS = Pattern.compile("[\\s\u3000]+");

    /** How many are shown of those whom a name may mean. */
    private static final int ALIKE = 20;

    private final PeopleNamedStore store;
    private final PartyStore places;
    private final RosterCopies copies;
    private final Rosters rosters;
    private final Persons persons;

    PeopleNamed(PeopleNamedStore store, PartyStore places, RosterCopies copies, Rosters rosters, Persons persons) {
        this.store = store;
        this.places = places;
        this.copies = copies;
        this.rosters = rosters;
        this.persons = persons;
    }

    /** Whether there are too many to choose one from a list, so that a name is typed. */
    public boolean many(Scope scope, OrganizationId host) {
        return rosters.count(within(scope, host), RosterFilter.EVERYONE, OFFERED + 1) > OFFERED;
    }

    /** Those who belong to the host of a matter today, and to what is below it, as far as whoever asks reaches, by id. */
    public Map<String, String> offered(Scope scope, OrganizationId host) {
        return called(copies.first(within(scope, host), RosterFilter.EVERYONE, OFFERED));
    }

    /**
     * Whom somebody may mean by what they typed: everyone of that name, otherwise those whose names contain it; and of an id
     * whoever has it.
     *
     * @param typed a name, or a name and after a space some characters of the branch
     * @return by id, with the branch; at most {@value #ALIKE}
     */
    public Map<String, String> alike(Scope scope, OrganizationId host, String typed) {
        Optional<UUID> id = Ids.read(typed.strip());
        Map<String, String> alike = new LinkedHashMap<>();
        if (id.isPresent()) {
            rosters.row(within(scope, host), new PersonId(id.get()))
                    .ifPresent(row -> alike.put(typed.strip(), row.name() + BETWEEN + row.organizationName()));
            return alike;
        }
        meant(within(scope, host), typed).stream()
                .limit(ALIKE)
                .forEach(each -> alike.put(each.personId().toString(), told(each)));
        return alike;
    }

    /** The id of the only one whose name was typed; what was typed where there is none, or several, or an id. */
    public String found(Scope scope, OrganizationId host, String typed) {
        if (typed.isBlank() || Ids.read(typed.strip()).isPresent()) {
            return typed;
        }
        List<RosterEntry> meant = meant(within(scope, host), typed);
        return meant.size() == 1 && meant.getFirst().name().equals(name(typed))
                ? meant.getFirst().personId().toString()
                : typed;
    }

    private List<RosterEntry> meant(Scope reach, String typed) {
        String name = name(typed);
        if (name.isEmpty() || name.length() > LONGEST) {
            return List.of();
        }
        String branch = BLANKS.splitAsStream(typed.strip()).skip(1).collect(Collectors.joining());
        List<RosterEntry> alike = copies.first(reach, new RosterFilter(name, null, null, null), OFFERED).stream()
                .filter(each ->
                        BLANKS.matcher(each.organizationName()).replaceAll("").contains(branch))
                .toList();
        List<RosterEntry> same =
                alike.stream().filter(each -> each.name().equals(name)).toList();
        return same.isEmpty() ? alike : same;
    }

    private static String name(String typed) {
        return BLANKS.splitAsStream(typed.strip()).findFirst().orElse("");
    }

    /** The names; of several with the same one also the branch, and when they joined. */
    private static Map<String, String> called(List<RosterEntry> entries) {
        Map<String, Long> often =
                entries.stream().collect(Collectors.groupingBy(RosterEntry::name, Collectors.counting()));
        Map<String, String> called = new LinkedHashMap<>();
        entries.forEach(each -> called.put(
                each.personId().toString(), often.getOrDefault(each.name(), 1L) > 1 ? told(each) : each.name()));
        return called;
    }

    private static String told(RosterEntry entry) {
        LocalDate joined = entry.joinedOn();
        return entry.name() + BETWEEN + entry.organizationName() + (joined == null ? "" : BETWEEN + joined);
    }

    /** What is within reach of the host; where all of it is not, or nobody is there, what is within one's own reach. */
    private Scope within(Scope scope, OrganizationId host) {
        Scope reach = of(scope, host);
        return places.places(scope, List.of(host)).isEmpty() || nobody(reach) ? scope : reach;
    }

    private boolean nobody(Scope reach) {
        return rosters.count(reach, RosterFilter.EVERYONE, 1) == 0;
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

    /**
     * Anybody of the unit may be named where nobody belongs to the host, so that no matter waits for what nobody can answer.
     *
     * @throws Invalid with each field that names nobody who belongs, or last belonged, to the host
     */
    void require(Scope scope, OrganizationId host, Step step, Map<String, String> answers) {
        Map<String, PersonId> named = new HashMap<>();
        step.fields().stream()
                .filter(field -> field.type() == Field.Type.PERSON && answers.containsKey(field.id()))
                .forEach(field ->
                        named.put(field.id(), new PersonId(UUID.fromString(answers.getOrDefault(field.id(), "")))));
        if (!named.isEmpty()) {
            Set<PersonId> there = persons.reached(of(scope, host), named.values());
            boolean empty = !there.containsAll(named.values()) && nobody(of(scope, host));
            Map<UUID, String> known = empty
                    ? byId(scope, named.values().stream().map(PersonId::value).toList())
                    : Map.of();
            Map<String, Invalid.Fault> faults = new HashMap<>();
            named.forEach((field, person) -> {
                if (!there.contains(person) && !(empty && known.containsKey(person.value()))) {
                    faults.put(field, new Invalid.Fault("matter.invalid.PERSON", List.of()));
                }
            });
            if (!faults.isEmpty()) {
                throw new Invalid(faults);
            }
        }
    }
}

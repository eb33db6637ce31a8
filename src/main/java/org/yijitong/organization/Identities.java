package org.yijitong.organization;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.roster.IdentityNumbers;
import org.yijitong.organization.roster.IdentityReading;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/**
 * Identity numbers of people: kept sealed, found by keyed hash, shown masked. Seeing one whole needs a reason and leaves
 * an entry in the log (PIPL art. 28, 51).
 */
@Component
@Transactional
public class Identities {
    private final IdentityStore store;
    private final IdentityVault vault;
    private final MembershipStore memberships;
    private final PersonStore people;
    private final Audit audit;
    private final Clock clock;
    private final Uuid7 ids;

    public Identities(
            IdentityStore store,
            IdentityVault vault,
            MembershipStore memberships,
            PersonStore people,
            Audit audit,
            Clock clock,
            Uuid7 ids) {
        this.store = store;
        this.vault = vault;
        this.memberships = memberships;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Keeps or replaces a person's number, which must have passed its check digit. The history says that it was set, not
     * what it is.
     *
     * @throws Refused when someone else, here or in another unit, is held under it
     */
    public void keep(Scope scope, PersonId person, String number) {
        require(scope, person);
        store.remove(scope.unit(), List.of(person));
        if (keepAll(scope, Map.of(person, number)).isEmpty()) {
            throw new Refused("people.refused.numberTaken");
        }
        PersonStore.Told told = new PersonStore.Told(null, null, Map.of());
        people.note(scope, ids.next(), person, PersonChange.NUMBER_SET, told, clock.instant());
        audit.record(scope, "person.numberKept", "person", person.value(), Map.of());
    }

    /**
     * The number that somebody typed, as it is kept.
     *
     * @throws Invalid on {@code number} when it is none
     */
    public static String checked(String typed) {
        return switch (IdentityNumbers.parse(typed)) {
            case IdentityReading.Accepted accepted -> accepted.number();
            case IdentityReading.Nothing _ -> throw new Invalid("number", "people.number.nothing");
            case IdentityReading.Refused refused ->
                throw new Invalid("number", "people.number." + refused.problem().name());
        };
    }

    /** Keeps many; gives back the people whose numbers were free. The caller writes the audit entry. */
    public List<PersonId> keepAll(Scope scope, Map<PersonId, String> numbers) {
        return store.add(
                scope.unit(),
                numbers.entrySet().stream()
                        .map(entry -> new IdentityStore.Sealed(
                                entry.getKey(),
                                HexFormat.of().formatHex(vault.hash(entry.getValue())),
                                HexFormat.of().formatHex(vault.seal(entry.getValue()))))
                        .toList());
    }

    /** Who of the unit holds which of some numbers. */
    @Transactional(readOnly = true)
    public Map<String, PersonId> holders(Scope scope, Collection<String> numbers) {
        Map<String, String> byHash = new HashMap<>();
        numbers.forEach(number -> byHash.put(HexFormat.of().formatHex(vault.hash(number)), number));
        Map<String, PersonId> result = new HashMap<>();
        store.holders(
                        scope.unit(),
                        byHash.keySet().stream().map(HexFormat.of()::parseHex).toList())
                .forEach((hash, person) -> result.put(java.util.Objects.requireNonNull(byHash.get(hash)), person));
        return result;
    }

    /** Numbers with all but four and two characters hidden, for those people who have one. */
    @Transactional(readOnly = true)
    public Map<PersonId, String> masked(Scope scope, Collection<PersonId> people) {
        Map<PersonId, String> result = new HashMap<>();
        store.sealed(scope.unit(), people)
                .forEach((person, kept) -> result.put(person, IdentityNumbers.masked(vault.open(kept))));
        return result;
    }

    /** The whole number; the reason goes into the log. */
    public Optional<String> reveal(Scope scope, PersonId person, String reason) {
        require(scope, person);
        audit.record(scope, "person.numberRevealed", "person", person.value(), Map.of("reason", reason));
        return Optional.ofNullable(store.sealed(scope.unit(), List.of(person)).get(person))
                .map(vault::open);
    }

    /** Whole numbers of many people, for an export that a person asked for with a reason. */
    public Map<PersonId, String> revealAll(Scope scope, Collection<PersonId> people, String reason) {
        audit.record(
                scope,
                "person.numbersRevealed",
                "unit",
                scope.unit().value(),
                Map.of("reason", reason, "people", people.size()));
        Map<PersonId, String> result = new HashMap<>();
        store.sealed(scope.unit(), people).forEach((person, kept) -> result.put(person, vault.open(kept)));
        return result;
    }

    private void require(Scope scope, PersonId person) {
        if (!memberships.reaches(scope, person)) {
            throw new NotFound();
        }
    }
}

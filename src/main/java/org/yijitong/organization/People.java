package org.yijitong.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.organization.PersonStore.Told;
import org.yijitong.organization.roster.Names;
import org.yijitong.shared.Days;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** The people of a unit: adding, amending, transferring, leaving, and joining two entries of one person. */
@Component
@Transactional
public class People {
    private final PersonStore people;
    private final MembershipStore memberships;
    private final MembershipChange belongings;
    private final AppointmentStore appointments;
    private final IdentityStore identities;
    private final ReachStore reach;
    private final Audit audit;
    private final Clock clock;
    private final Uuid7 ids;

    public People(
            PersonStore people,
            MembershipStore memberships,
            MembershipChange belongings,
            AppointmentStore appointments,
            IdentityStore identities,
            ReachStore reach,
            Audit audit,
            Clock clock,
            Uuid7 ids) {
        this.people = people;
        this.memberships = memberships;
        this.belongings = belongings;
        this.appointments = appointments;
        this.identities = identities;
        this.reach = reach;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A person to be added with where they belong.
     *
     * @param from the first day there
     */
    public record Newcomer(PersonDetails details, Sphere sphere, Belonging belonging, LocalDate from) {}

    /** Adds a person. */
    public PersonId add(Scope scope, Newcomer newcomer) {
        return addAll(scope, List.of(newcomer)).getFirst();
    }

    /** Adds many people, set-based; ids in the order given. */
    public List<PersonId> addAll(Scope scope, List<Newcomer> newcomers) {
        requireReach(
                scope, newcomers.stream().map(newcomer -> newcomer.belonging().organization()));
        Instant recorded = clock.instant();
        List<PersonStore.Added> added = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Newcomer newcomer : newcomers) {
            PersonStore.Added person = added(new PersonId(ids.next()), newcomer.details());
            added.add(person);
            places.add(new Place(person.personId(), newcomer.sphere(), newcomer.belonging(), newcomer.from()));
        }
        people.add(scope.unit(), added);
        belongings.addAll(scope.unit(), places, recorded);
        List<PersonId> result = added.stream().map(PersonStore.Added::personId).toList();
        people.noteAll(scope, result, PersonChange.ADDED, recorded);
        audit.record(scope, "people.added", "unit", scope.unit().value(), Map.of("people", result.size()));
        return result;
    }

    /** Also belongs somewhere in another sphere: an office, a youth group. */
    public void place(Scope scope, PersonId person, Sphere sphere, Belonging belonging, LocalDate from) {
        require(scope, person);
        reach.find(scope, belonging.organization());
        rewrite(scope, person, sphere, timeline -> timeline.put(from, Days.FOREVER, belonging), null);
        if (sphere == Sphere.PARTY) {
            people.note(
                    scope,
                    ids.next(),
                    person,
                    PersonChange.RESTORED,
                    new Told(
                            from,
                            null,
                            Map.of("branch.after", belonging.organization().toString())),
                    clock.instant());
        }
        audit.record(scope, "person.placed", "person", person.value(), Map.of("sphere", sphere));
    }

    /** A further place of someone who has none in that sphere yet, from a day on. */
    public record Place(PersonId person, Sphere sphere, Belonging belonging, LocalDate from) {}

    /**
     * Many people also belong somewhere in another sphere, set-based.
     *
     * @throws NotFound when the scope does not reach one of the places
     */
    public void placeAll(Scope scope, List<Place> places) {
        requireReach(scope, places.stream().map(place -> place.belonging().organization()));
        belongings.addAll(scope.unit(), places, clock.instant());
        audit.record(scope, "people.placed", "unit", scope.unit().value(), Map.of("people", places.size()));
    }

    private void requireReach(Scope scope, Stream<OrganizationId> organizations) {
        if (!reach.covers(scope, organizations.distinct().toList())) {
            throw new NotFound();
        }
    }

    /**
     * Changes what is held on a person.
     *
     * @param revision the revision that was read
     * @throws Refused when someone else changed it since
     */
    public void amend(Scope scope, PersonId person, PersonDetails details, int revision, @Nullable String reason) {
        PersonStore.Row before = require(scope, person);
        PersonStore.Added after = added(person, details);
        Map<String, String> changed = Differences.of(before.details(), after.details());
        if (changed.isEmpty()) {
            return;
        }
        if (!people.amend(scope.unit(), after, revision)) {
            throw new Refused("people.refused.changedMeanwhile", before.name());
        }
        if (!before.name().equals(after.details().name())) {
            people.removeTokens(scope.unit(), List.of(person));
            people.addTokens(scope.unit(), List.of(after));
        }
        note(scope, person, PersonChange.AMENDED, new Told(null, reason, changed));
    }

    /** Passes to another branch of the unit, or becomes another kind of member, from a day on. */
    public void transfer(Scope scope, PersonId person, Belonging belonging, LocalDate on, @Nullable String reason) {
        require(scope, person);
        reach.find(scope, belonging.organization());
        Timeline<Belonging> before = belongings.timeline(scope.unit(), person, Sphere.PARTY);
        Belonging old = before.at(on).orElseThrow(() -> new Refused("people.refused.belongsNowhere", on));
        if (old.equals(belonging)) {
            throw new Refused("people.refused.nothingNew");
        }
        rewrite(scope, person, Sphere.PARTY, timeline -> timeline.put(on, Days.FOREVER, belonging), null);
        if (old.kind() != belonging.kind() && belonging.kind().isMember()) {
            people.became(scope.unit(), person, belonging.kind(), on);
        }
        note(scope, person, PersonChange.TRANSFERRED, new Told(on, reason, Differences.moved(old, belonging)));
    }

    /** Leaves the unit's roster from a day on: moved away, died, left the Party. Posts end too. */
    public void leave(Scope scope, PersonId person, Leaving why, LocalDate on, @Nullable String reason) {
        require(scope, person);
        for (Sphere sphere : Sphere.values()) {
            rewrite(scope, person, sphere, timeline -> timeline.without(on, Days.FOREVER), why);
        }
        appointments.endOf(scope.unit(), person, on, clock.instant());
        note(scope, person, PersonChange.LEFT, new Told(on, reason, Map.of("why", why.name())));
    }

    /**
     * Joins two entries of one person: the second keeps its days and takes over the history of the first, its posts, and
     * its identity number unless it has one. Nobody is held under the number of an entry that is gone.
     */
    public void merge(Scope scope, PersonId duplicate, PersonId kept, @Nullable String reason) {
        PersonStore.Row gone = require(scope, duplicate);
        require(scope, kept);
        if (duplicate.equals(kept)) {
            throw new Refused("people.refused.nothingNew");
        }
        Instant recorded = clock.instant();
        for (Sphere sphere : Sphere.values()) {
            rewrite(scope, duplicate, sphere, timeline -> Timeline.empty(), null);
        }
        appointments.passTo(scope.unit(), duplicate, kept, recorded);
        people.mergeInto(scope.unit(), duplicate, kept);
        people.removeTokens(scope.unit(), List.of(duplicate));
        Map<String, String> detail = new HashMap<>(Map.of("name", gone.name()));
        identities.pass(scope.unit(), duplicate, kept).ifPresent(passed -> detail.put("number", passed));
        note(scope, kept, PersonChange.MERGED, new Told(null, reason, detail));
    }

    private void rewrite(
            Scope scope,
            PersonId person,
            Sphere sphere,
            java.util.function.UnaryOperator<Timeline<Belonging>> change,
            @Nullable Leaving why) {
        belongings.rewrite(scope.unit(), person, sphere, change, why, clock.instant());
    }

    private PersonStore.Row require(Scope scope, PersonId person) {
        if (!memberships.reaches(scope, person)) {
            throw new NotFound();
        }
        return people.find(scope.unit(), person).orElseThrow(NotFound::new);
    }

    private void note(Scope scope, PersonId person, PersonChange kind, Told told) {
        people.note(scope, ids.next(), person, kind, told, clock.instant());
        String action = "person." + kind.name().toLowerCase(java.util.Locale.ROOT);
        audit.record(
                scope,
                action,
                "person",
                person.value(),
                Map.of("fields", told.detail().keySet()));
    }

    private static PersonStore.Added added(PersonId person, PersonDetails details) {
        PersonDetails tidied = details.tidied();
        return new PersonStore.Added(person, tidied, Names.sortKey(tidied.name()));
    }
}

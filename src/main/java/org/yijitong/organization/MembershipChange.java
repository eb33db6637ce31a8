package org.yijitong.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yijitong.organization.MembershipStore.Version;
import org.yijitong.shared.Days;
import org.yijitong.shared.UnitId;
import org.yijitong.shared.Uuid7;

/** Writes where people belong: the difference between what is held and what shall be held, and from which day it differs. */
@Component
class MembershipChange {
    private final MembershipStore store;
    private final Uuid7 ids;
    private final ApplicationEventPublisher events;

    MembershipChange(MembershipStore store, Uuid7 ids, ApplicationEventPublisher events) {
        this.store = store;
        this.ids = ids;
        this.events = events;
    }

    Timeline<Belonging> timeline(UnitId unit, PersonId person, Sphere sphere) {
        return timeline(store.versions(unit, person, sphere));
    }

    private static Timeline<Belonging> timeline(List<Version> held) {
        return new Timeline<>(held.stream().map(Version::segment).toList());
    }

    /** A place of someone who has none in that sphere on those days. */
    void addAll(UnitId unit, List<People.Place> places, Instant recorded) {
        store.add(
                unit,
                places.stream()
                        .map(place -> version(
                                place.person(),
                                place.sphere(),
                                new Segment<>(place.from(), Days.FOREVER, place.belonging()),
                                null))
                        .toList(),
                recorded);
        places.stream().map(People.Place::from).min(LocalDate::compareTo).ifPresent(from -> changed(unit, from));
    }

    /** Changes one person's places in one sphere; {@code why} says why the last one ended, if it did. */
    void rewrite(
            UnitId unit,
            PersonId person,
            Sphere sphere,
            UnaryOperator<Timeline<Belonging>> change,
            @Nullable Leaving why,
            Instant recorded) {
        List<Version> held = store.versions(unit, person, sphere);
        Timeline<Belonging> before = timeline(held);
        Timeline<Belonging> after = change.apply(before);
        List<Segment<Belonging>> wanted = new ArrayList<>(after.segments());
        List<UUID> gone = held.stream()
                .filter(version -> !wanted.remove(version.segment()))
                .map(Version::membershipId)
                .toList();
        if (!gone.isEmpty()) {
            store.close(unit, gone, recorded);
        }
        if (!wanted.isEmpty()) {
            store.add(
                    unit,
                    wanted.stream()
                            .map(segment -> version(
                                    person, sphere, segment, segment.to().equals(Days.FOREVER) ? null : why))
                            .toList(),
                    recorded);
        }
        after.differsFrom(before).ifPresent(from -> changed(unit, from));
    }

    private void changed(UnitId unit, LocalDate from) {
        events.publishEvent(new BearersChanged(unit, from));
    }

    private Version version(PersonId person, Sphere sphere, Segment<Belonging> segment, @Nullable Leaving why) {
        Belonging value = Objects.requireNonNull(segment.value());
        return new Version(
                ids.next(),
                person,
                sphere,
                value.organization(),
                value.group(),
                value.kind(),
                value.states(),
                segment.from(),
                segment.to(),
                why);
    }
}

package org.yijitong.activity;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Days;

/** Puts a version that was read back into the words of a draft. */
final class Retold {
    private Retold() {}

    static Draft draft(
            EntryStore.Told told,
            List<Entry.SideCount> sides,
            List<EntryStore.Part> parts,
            List<EntryStore.Point> agenda,
            List<EntryStore.Resolution> decisions,
            List<EntryStore.GuestRow> guests) {
        return new Draft(
                new Draft.Occasion(
                        new LinkedHashSet<>(told.kinds()),
                        told.heldOn(),
                        time(told.startsAt()),
                        time(told.endsAt()),
                        told.place(),
                        told.title()),
                new Draft.Sides(
                        sides.stream()
                                .skip(1)
                                .map(Entry.SideCount::organizationId)
                                .toList(),
                        guests.stream()
                                .map(guest -> new Draft.Guest(guest.guestUnitId(), guest.name()))
                                .toList()),
                attendance(told, sides, parts),
                new Draft.Content(
                        agenda.stream()
                                .map(item -> new Draft.Item(item.subject(), item.study()))
                                .toList(),
                        told.minutes(),
                        decisions.stream()
                                .map(decision ->
                                        new Draft.Decision(decision.subject(), decision.ownerId(), decision.dueOn()))
                                .toList()),
                new Draft.Further(told.lecturer(), told.hours(), told.problems()));
    }

    private static Draft.Attendance attendance(
            EntryStore.Told told, List<Entry.SideCount> sides, List<EntryStore.Part> parts) {
        return new Draft.Attendance(
                parts.stream()
                        .filter(part -> part.part().equals("absent"))
                        .map(part -> new Draft.Absence(part.personId(), cause(part.cause()), part.note()))
                        .toList(),
                parts.stream()
                        .filter(part -> part.part().equals("observer"))
                        .map(EntryStore.Part::personId)
                        .toList(),
                told.others(),
                who(parts, "chair").orElse(null),
                who(parts, "minute_taker").orElse(null),
                sides.stream()
                        .limit(1)
                        .filter(Entry.SideCount::told)
                        .map(host -> new Draft.Told(host.expected(), host.present()))
                        .findFirst()
                        .orElse(null));
    }

    private static Optional<PersonId> who(List<EntryStore.Part> parts, String part) {
        return parts.stream()
                .filter(each -> each.part().equals(part))
                .map(EntryStore.Part::personId)
                .findFirst();
    }

    private static Draft.Cause cause(@Nullable String word) {
        return Arrays.stream(Draft.Cause.values())
                .filter(cause -> cause.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(Draft.Cause.OTHER);
    }

    private static @Nullable LocalTime time(@Nullable Instant at) {
        return at == null ? null : LocalTime.ofInstant(at, Days.SHANGHAI);
    }
}

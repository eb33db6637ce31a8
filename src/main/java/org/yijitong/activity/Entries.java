package org.yijitong.activity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.UnitId;

/** Puts records together from their parts, many at once. */
@Component
class Entries {
    private final EntryStore store;

    Entries(EntryStore store) {
        this.store = store;
    }

    /** All parts of some versions, by record. */
    private record Parts(
            Map<RecordId, List<EntryStore.Side>> sides,
            Map<RecordId, List<EntryStore.Part>> people,
            Map<RecordId, List<EntryStore.Point>> agenda,
            Map<RecordId, List<EntryStore.Resolution>> decisions,
            Map<RecordId, List<EntryStore.GuestRow>> guests) {}

    /** The version that holds of each record; of one taken back what it said before. */
    List<Entry> of(UnitId unit, List<RecordLine> lines) {
        List<EntryStore.Key> keys = lines.stream()
                .map(line ->
                        new EntryStore.Key(line.recordId(), line.withdrawn() ? line.revision() - 1 : line.revision()))
                .toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<RecordId, EntryStore.Told> told = store.versions(unit, keys).stream()
                .collect(Collectors.toMap(EntryStore.Told::recordId, Function.identity()));
        Parts parts = parts(unit, keys);
        return lines.stream()
                .map(line -> entry(line, Objects.requireNonNull(told.get(line.recordId())), parts))
                .toList();
    }

    /**
     * One version.
     *
     * @throws NotFound when there is none of that number
     */
    Entry of(UnitId unit, RecordLine line, int asked) {
        int revision = Math.min(asked, line.revision());
        EntryStore.Told told = store.versions(unit, List.of(new EntryStore.Key(line.recordId(), revision))).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        int written = told.withdrawn() ? revision - 1 : revision;
        return entry(line, told, parts(unit, List.of(new EntryStore.Key(line.recordId(), written))));
    }

    private Parts parts(UnitId unit, List<EntryStore.Key> keys) {
        return new Parts(
                by(store.sides(unit, keys), EntryStore.Side::recordId),
                by(store.parts(unit, keys), EntryStore.Part::recordId),
                by(store.agenda(unit, keys), EntryStore.Point::recordId),
                by(store.decisions(unit, keys), EntryStore.Resolution::recordId),
                by(store.guests(unit, keys), EntryStore.GuestRow::recordId));
    }

    private static <T> Map<RecordId, List<T>> by(Collection<T> rows, Function<T, RecordId> record) {
        return rows.stream().collect(Collectors.groupingBy(record));
    }

    private static Entry entry(RecordLine line, EntryStore.Told told, Parts all) {
        RecordId id = line.recordId();
        List<EntryStore.Part> people = all.people().getOrDefault(id, List.of());
        List<EntryStore.Resolution> decisions = all.decisions().getOrDefault(id, List.of());
        List<EntryStore.GuestRow> guests = all.guests().getOrDefault(id, List.of());
        List<Entry.SideCount> sides = all.sides().getOrDefault(id, List.of()).stream()
                .map(EntryStore.Side::count)
                .toList();
        Map<UUID, String> names = new HashMap<>();
        people.forEach(part -> names.put(part.personId().value(), part.name()));
        decisions.stream()
                .filter(decision -> decision.ownerId() != null)
                .forEach(decision -> names.put(decision.ownerId().value(), decision.name()));
        guests.forEach(guest -> names.put(guest.guestUnitId().value(), guest.unitName()));
        return new Entry(
                line,
                new Entry.Version(
                        told.revision(), told.recordedAt(), told.accountId(), told.reason(), told.withdrawn()),
                Retold.draft(told, sides, people, all.agenda().getOrDefault(id, List.of()), decisions, guests),
                sides,
                names);
    }
}

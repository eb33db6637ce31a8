package org.yijitong.activity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;
import org.yijitong.shared.UnitId;

/** Reading records: lists, search, one record in any of its versions. */
@Component
@Transactional(readOnly = true)
public class Archives {
    private final ArchiveStore store;

    Archives(ArchiveStore store) {
        this.store = store;
    }

    /**
     * One page, the latest day first.
     *
     * @param next where the next page begins; empty when this is the last
     */
    public record Shelf(List<RecordLine> lines, String next) {}

    /**
     * A page of records within reach.
     *
     * @param after where it begins, as {@link Shelf#next} says; empty for the beginning
     */
    public Shelf page(Scope scope, RecordFilter filter, String after, int size) {
        List<RecordLine> lines = store.page(scope, filter, Place.parse(after), size + 1);
        if (lines.size() <= size) {
            return new Shelf(lines, "");
        }
        RecordLine last = lines.get(size - 1);
        return new Shelf(lines.subList(0, size), last.heldOn() + "_" + last.recordId());
    }

    /** How many records the filter finds; counting stops at {@code most}. */
    public int count(Scope scope, RecordFilter filter, int most) {
        return store.count(scope, filter, most);
    }

    /** The version that holds. */
    public Entry find(Scope scope, RecordId record) {
        return entry(scope, line(scope, record), Integer.MAX_VALUE);
    }

    /**
     * A version of a record.
     *
     * @throws NotFound when there is none of that number
     */
    public Entry find(Scope scope, RecordId record, int revision) {
        return entry(scope, line(scope, record), revision);
    }

    /** Every version, the latest first. */
    public List<Entry.Version> versions(Scope scope, RecordId record) {
        line(scope, record);
        return store.versions(scope.unit(), record);
    }

    /** Some records by their ids, as far as the scope reaches; in one statement. */
    public Map<RecordId, RecordLine> lines(Scope scope, Collection<RecordId> records) {
        Map<RecordId, RecordLine> lines = new HashMap<>();
        store.lines(scope, records).forEach(line -> lines.put(line.recordId(), line));
        return lines;
    }

    /** What an organization recorded last, whose place, hours and people the next record begins with. */
    public Optional<Entry> last(Scope scope, OrganizationId organization) {
        List<RecordLine> latest = store.page(scope, RecordFilter.of(organization), Place.START, 1);
        return latest.isEmpty()
                ? Optional.empty()
                : Optional.of(entry(scope, latest.getFirst(), latest.getFirst().revision()));
    }

    /** A record as lists show it. */
    RecordLine line(Scope scope, RecordId record) {
        return store.line(scope, record).orElseThrow(NotFound::new);
    }

    private Entry entry(Scope scope, RecordLine line, int asked) {
        UnitId unit = scope.unit();
        int revision = Math.min(asked, line.revision());
        ArchiveStore.Told told = store.version(unit, line.recordId(), revision).orElseThrow(NotFound::new);
        int written = told.withdrawn() ? revision - 1 : revision;
        List<ArchiveStore.Part> parts = store.parts(unit, line.recordId(), written);
        List<ArchiveStore.Point> agenda = store.agenda(unit, line.recordId(), written);
        List<ArchiveStore.Resolution> decisions = store.decisions(unit, line.recordId(), written);
        List<ArchiveStore.GuestRow> guests = store.guests(unit, line.recordId(), written);
        List<Entry.SideCount> sides = store.sides(unit, line.recordId(), written, line.heldOn());
        Map<UUID, String> names = new HashMap<>();
        parts.forEach(part -> names.put(part.personId().value(), part.name()));
        decisions.stream()
                .filter(decision -> decision.ownerId() != null)
                .forEach(decision -> names.put(decision.ownerId().value(), decision.name()));
        guests.forEach(guest -> names.put(guest.guestUnitId().value(), guest.unitName()));
        return new Entry(
                line,
                new Entry.Version(
                        told.revision(), told.recordedAt(), told.accountId(), told.reason(), told.withdrawn()),
                Retold.draft(told, sides, parts, agenda, decisions, guests),
                sides,
                names);
    }

    /** Where a page begins: after a record of a day. */
    record Place(LocalDate day, UUID record) {
        static final Place START = new Place(LocalDate.of(9999, 12, 31), new UUID(-1, -1));

        static Place parse(String after) {
            return after.matches("\\d{4}-\\d{2}-\\d{2}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                    ? read(after)
                    : START;
        }

        private static Place read(String after) {
            try {
                return new Place(LocalDate.parse(after.substring(0, 10)), UUID.fromString(after.substring(11)));
            } catch (java.time.DateTimeException e) {
                return START;
            }
        }
    }
}

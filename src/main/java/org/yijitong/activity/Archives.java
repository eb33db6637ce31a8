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
import org.yijitong.shared.Cursor;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Scope;

/** Reading records: lists, search, one record in any of its versions. */
@Component
@Transactional(readOnly = true)
public class Archives {
    /** Before everything, in a list from the latest on and in one from the earliest. */
    private static final Cursor LATEST = new Cursor(LocalDate.of(9999, 12, 31), new UUID(-1, -1));

    private static final Cursor EARLIEST = new Cursor(LocalDate.of(1, 1, 1), new UUID(0, 0));

    private final ArchiveStore store;
    private final Entries entries;

    Archives(ArchiveStore store, Entries entries) {
        this.store = store;
        this.entries = entries;
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
        List<RecordLine> lines = store.page(scope, filter, Cursor.read(after).orElse(LATEST), size + 1);
        if (lines.size() <= size) {
            return new Shelf(lines, "");
        }
        return new Shelf(lines.subList(0, size), key(lines.get(size - 1)));
    }

    /**
     * A page of records with all they say.
     *
     * @param entries the earliest day first
     * @param next where the next page begins; empty when this is the last
     */
    public record Pile(List<Entry> entries, String next) {}

    /**
     * Records with all they say, the earliest first; in as many statements for many as for one.
     *
     * @param after where it begins, as {@link Pile#next} says; empty for the beginning
     */
    public Pile pile(Scope scope, RecordFilter filter, String after, int size) {
        Cursor place = Cursor.read(after).orElse(after.isEmpty() ? EARLIEST : LATEST);
        List<RecordLine> lines = store.forward(scope, filter, place, size + 1);
        boolean more = lines.size() > size;
        List<RecordLine> shown = more ? lines.subList(0, size) : lines;
        return new Pile(entries.of(scope.unit(), shown), more ? key(shown.getLast()) : "");
    }

    private static String key(RecordLine line) {
        return new Cursor(line.heldOn(), line.recordId().value()).toString();
    }

    /** How many records the filter finds; counting stops at {@code most}. */
    public int count(Scope scope, RecordFilter filter, int most) {
        return store.count(scope, filter, most);
    }

    /** The version that holds. */
    public Entry find(Scope scope, RecordId record) {
        return entries.of(scope.unit(), line(scope, record), Integer.MAX_VALUE);
    }

    /**
     * A version of a record.
     *
     * @throws NotFound when there is none of that number
     */
    public Entry find(Scope scope, RecordId record, int revision) {
        return entries.of(scope.unit(), line(scope, record), revision);
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
        List<RecordLine> latest = store.page(scope, RecordFilter.of(organization), LATEST, 1);
        return latest.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.of(
                        scope.unit(), latest.getFirst(), latest.getFirst().revision()));
    }

    /** A record as lists show it. */
    RecordLine line(Scope scope, RecordId record) {
        return store.line(scope, record).orElseThrow(NotFound::new);
    }
}

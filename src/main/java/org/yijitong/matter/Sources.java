package org.yijitong.matter;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.Archives;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Entry;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.RecordLine;
import org.yijitong.audit.Audit;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** What matters serve: a decision in the minutes becomes a matter, and one matter may serve several directives. */
@Component
@Transactional
public class Sources {
    private static final int MOST = 50;
    private static final int LONGEST = 500;

    private final SourceStore store;
    private final MatterStore matters;
    private final Parties parties;
    private final Archives archives;
    private final Audit audit;
    private final Notes notes;
    private final Uuid7 ids;
    private final Clock clock;

    Sources(
            SourceStore store,
            MatterStore matters,
            Parties parties,
            Archives archives,
            Audit audit,
            Notes notes,
            Uuid7 ids,
            Clock clock) {
        this.store = store;
        this.matters = matters;
        this.parties = parties;
        this.archives = archives;
        this.audit = audit;
        this.notes = notes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a record decided, for a matter to serve.
     *
     * @param decision from 1; 0 for the record as a whole
     * @throws Invalid of the field {@code record} when it may not be read, was withdrawn, or has no such decision
     */
    @Transactional(readOnly = true)
    public Cause decided(Scope scope, UUID record, int decision) {
        Entry entry;
        try {
            entry = archives.find(scope, new RecordId(record));
        } catch (NotFound unseen) {
            throw unread();
        }
        List<Draft.Decision> decisions = entry.draft().content().decisions();
        if (entry.line().withdrawn() || decision < 0 || decision > decisions.size()) {
            throw unread();
        }
        String study = entry.draft().content().agenda().stream()
                .filter(Draft.Item::study)
                .map(Draft.Item::subject)
                .findFirst()
                .orElse("");
        if (decision == 0) {
            return new Cause(record, 0, entry.line().title(), study, null);
        }
        Draft.Decision decided = decisions.get(decision - 1);
        return new Cause(record, decision, decided.subject(), study, decided.due());
    }

    private static Invalid unread() {
        return new Invalid("record", "matter.invalid.RECORD");
    }

    /** What a directive says, for a matter to serve. */
    public static Cause directive(String words) {
        String kept = words.strip();
        if (kept.isEmpty() || kept.length() > LONGEST) {
            throw new Invalid("words", "matter.invalid.source");
        }
        return new Cause(null, 0, kept, "", null);
    }

    /** Ties a matter to what it was begun for. */
    public void begun(Scope scope, MatterId matter, Cause cause) {
        store.add(scope, ids.next(), matter, cause, clock.instant());
    }

    /**
     * Ties a matter to one more of what it serves; again, it changes nothing.
     *
     * @throws Refused when neither whoever has it nor whoever began it is within reach, or it is about whoever links it
     */
    public void link(Scope scope, MatterId id, Cause cause) {
        MatterRow row = matters.hold(scope, id).orElseThrow(NotFound::new);
        Turn.others(row);
        if (!row.within() && parties.places(scope, List.of(row.hostId())).isEmpty()) {
            throw new Refused("matter.refused.turn");
        }
        if (store.of(scope.unit(), id, MOST).size() >= MOST) {
            throw new Invalid("record", "matter.invalid.sources", MOST);
        }
        if (store.add(scope, ids.next(), id, cause, clock.instant())) {
            notes.beside(scope, id, MatterEvent.Kind.LINKED, Map.of("words", cause.words()));
            audit.record(scope, "matter.linked", "matter", id.value(), Map.of());
        }
    }

    /**
     * What a matter serves.
     *
     * @param record null for a directive
     * @param words what was decided, or what the directive is called; empty for a record as a whole without a title
     * @param line the record, if the scope may read it
     */
    public record Served(@Nullable UUID record, int decision, String words, Optional<RecordLine> line) {}

    /** What a matter that was found within reach serves, in the order in which it was linked. */
    @Transactional(readOnly = true)
    public List<Served> of(Scope scope, Matter matter) {
        List<SourceStore.Source> sources = store.of(scope.unit(), matter.matterId(), MOST);
        List<RecordId> records = sources.stream()
                .map(SourceStore.Source::recordId)
                .flatMap(Stream::ofNullable)
                .map(RecordId::new)
                .distinct()
                .toList();
        Map<RecordId, RecordLine> lines = records.isEmpty() ? Map.of() : archives.lines(scope, records);
        return sources.stream()
                .map(source -> new Served(
                        source.recordId(),
                        source.decision(),
                        source.words(),
                        Optional.ofNullable(source.recordId()).map(record -> lines.get(new RecordId(record)))))
                .toList();
    }

    /** The matters that came of a record, or to which it shows something, as far as the scope reaches. */
    @Transactional(readOnly = true)
    public List<Followed> followed(Scope scope, RecordId record) {
        return store.followed(scope, record.value(), MOST);
    }

    /** Whether the scope may tie a matter to something. */
    @Transactional(readOnly = true)
    public boolean mayLink(Scope scope, Matter matter) {
        return !parties.places(
                        scope,
                        Stream.concat(Stream.of(matter.hostId()), Stream.ofNullable(matter.owner()))
                                .toList())
                .isEmpty();
    }
}

package org.yijitong.matter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.activity.Archives;
import org.yijitong.activity.RecordFilter;
import org.yijitong.activity.RecordId;
import org.yijitong.activity.RecordLine;
import org.yijitong.activity.Tokens;
import org.yijitong.audit.Audit;
import org.yijitong.document.Attachment;
import org.yijitong.document.Contents;
import org.yijitong.document.Download;
import org.yijitong.matter.Flow.Field;
import org.yijitong.matter.ProofStore.Proof;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/**
 * What shows that a step was done: files put in beside a matter, and records of what was held. Whoever may see the matter
 * may have its files; a record can be named only by whoever may read it, and shows itself to nobody else.
 */
@Component
@Transactional
public class Evidence {
    /** How many bytes a file may have. */
    public static final int LARGEST = 10 * 1024 * 1024;
    /** How many files a matter may show in all its steps, with those that whoever acts has put in and not shown. */
    static final int MOST = 60;
    /** How many records there are to choose from. */
    private static final int OFFERED = 50;

    private final ProofStore store;
    private final MatterStore matters;
    private final Archives archives;
    private final Contents contents;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;

    Evidence(
            ProofStore store,
            MatterStore matters,
            Archives archives,
            Contents contents,
            Audit audit,
            Uuid7 ids,
            Clock clock) {
        this.store = store;
        this.matters = matters;
        this.archives = archives;
        this.contents = contents;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Puts a file in beside a matter, for the step that will name it. The same again is the same file.
     *
     * @throws Invalid of the field {@code file} when it cannot be taken
     * @throws Refused when the matter is in nobody's hands within reach, or about whoever puts it in
     */
    public UUID put(Scope scope, MatterId id, String name, byte[] bytes) {
        MatterRow row = matters.hold(scope, id).orElseThrow(NotFound::new);
        Turn.others(row);
        if (!row.within()) {
            throw new Refused("matter.refused.turn");
        }
        Attachment attachment = contents.put(scope.unit(), bytes, LARGEST);
        String called = attachment.called(name);
        return store.again(scope, id, called, attachment.hash()).orElseGet(() -> added(scope, id, called, attachment));
    }

    private UUID added(Scope scope, MatterId id, String name, Attachment attachment) {
        if (store.count(scope, id) >= MOST) {
            throw new Invalid("file", "matter.invalid.files", MOST);
        }
        UUID file = ids.next();
        store.add(scope, id, file, name, attachment, clock.instant());
        audit.record(scope, "matter.file", "matter", id.value(), Map.of("file", file.toString()));
        return file;
    }

    /** The files of a matter that was found within reach: those that showed something, and one's own that wait. */
    @Transactional(readOnly = true)
    public List<MatterFile> files(Scope scope, Matter matter) {
        return store.files(scope, matter.matterId());
    }

    /** A file, to whoever may see the matter. */
    @Transactional(readOnly = true)
    public Download open(Scope scope, MatterId id, UUID file) {
        MatterFile found = matters.find(scope, id)
                .flatMap(seen -> store.files(scope, seen.matterId()).stream()
                        .filter(each -> each.fileId().equals(file))
                        .findFirst())
                .orElseThrow(NotFound::new);
        return contents.open(scope.unit(), found.hash(), found.name(), found.format());
    }

    /** The latest records of whoever has a matter, to choose one from. */
    @Transactional(readOnly = true)
    public List<RecordLine> offered(Scope scope, OrganizationId owner) {
        return archives.page(scope, RecordFilter.of(owner), "", OFFERED).lines();
    }

    /** Records that were named, as far as the scope may read them. */
    @Transactional(readOnly = true)
    public Map<UUID, RecordLine> records(Scope scope, Collection<UUID> records) {
        Map<UUID, RecordLine> lines = new HashMap<>();
        if (!records.isEmpty()) {
            archives.lines(scope, records.stream().map(RecordId::new).toList())
                    .forEach((id, line) -> lines.put(id.value(), line));
        }
        return lines;
    }

    /** The names of those of some files that whoever acts put in. */
    private Map<UUID, String> own(Scope scope, MatterId matter, Collection<UUID> files) {
        return files.isEmpty()
                ? Map.of()
                : store.own(scope, matter, files).stream()
                        .collect(Collectors.toMap(ProofStore.Own::fileId, ProofStore.Own::name));
    }

    /**
     * What the answers to a step show, beside words.
     *
     * @throws Invalid naming each field whose file or record is not there for whoever acts
     */
    List<Proof> proofs(Scope scope, MatterId matter, List<Field> fields, Map<String, String> answers) {
        if (fields.isEmpty()) {
            return List.of();
        }
        Map<String, UUID> files = named(fields, Field.Type.FILE, answers);
        Map<String, UUID> records = named(fields, Field.Type.RECORD, answers);
        Map<String, Invalid.Fault> faults = new HashMap<>();
        List<Proof> proofs = new ArrayList<>();
        Map<UUID, String> own = own(scope, matter, files.values());
        files.forEach((field, file) -> {
            String name = own.get(file);
            if (name != null) {
                proofs.add(new Proof(field, file, null, Tokens.of(name)));
            } else {
                faults.put(field, new Invalid.Fault("matter.invalid.FILE", List.of()));
            }
        });
        Map<UUID, RecordLine> seen = records(scope, records.values());
        records.forEach((field, record) -> {
            RecordLine line = seen.get(record);
            if (line != null && !line.withdrawn()) {
                proofs.add(new Proof(field, null, record, Set.of()));
            } else {
                faults.put(field, new Invalid.Fault("matter.invalid.RECORD", List.of()));
            }
        });
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return proofs;
    }

    private static Map<String, UUID> named(List<Field> fields, Field.Type type, Map<String, String> answers) {
        return fields.stream()
                .filter(field -> field.type() == type && answers.containsKey(field.id()))
                .collect(Collectors.toMap(Field::id, field -> UUID.fromString(answers.getOrDefault(field.id(), ""))));
    }

    /** Ties what was shown to the step that was just taken. */
    void show(Scope scope, MatterId matter, List<Proof> proofs) {
        if (!proofs.isEmpty()) {
            store.show(scope.unit(), matter, proofs);
        }
    }
}

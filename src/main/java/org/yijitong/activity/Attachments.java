package org.yijitong.activity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.document.Attachment;
import org.yijitong.document.Contents;
import org.yijitong.document.Download;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Uuid7;

/** Files beside records. None is ever required, and none counts for anything. */
@Component
@Transactional
public class Attachments {
    /** How many files a record may have. */
    public static final int MOST = 9;
    /** How many bytes a file may have. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private final AttachmentStore store;
    private final RecordStore records;
    private final Archives archives;
    private final Contents contents;
    private final Audit audit;
    private final Uuid7 ids;
    private final Clock clock;

    Attachments(
            AttachmentStore store,
            RecordStore records,
            Archives archives,
            Contents contents,
            Audit audit,
            Uuid7 ids,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.archives = archives;
        this.contents = contents;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** The files of a record; none when the scope does not reach it. */
    @Transactional(readOnly = true)
    public List<AttachedFile> of(Scope scope, RecordId record) {
        return history(scope, record).stream().filter(AttachedFile::there).toList();
    }

    /** The same with those that were taken off. */
    @Transactional(readOnly = true)
    public List<AttachedFile> history(Scope scope, RecordId record) {
        return store.of(scope, record);
    }

    /**
     * Puts a file beside a record.
     *
     * @throws Invalid of the field {@code file} when it cannot be taken
     */
    public UUID attach(Scope scope, RecordId record, String name, byte[] bytes) {
        require(scope, record);
        if (archives.line(scope, record).withdrawn()) {
            throw new Refused("activity.refused.withdrawn");
        }
        if (store.lockAndCount(scope.unit(), record) >= MOST) {
            throw new Invalid("file", "activity.invalid.files", MOST);
        }
        Attachment attachment = contents.put(scope.unit(), bytes, LARGEST);
        UUID id = ids.next();
        store.add(scope, record, id, attachment.called(name), attachment, clock.instant());
        audit.record(scope, "record.attached", "record", record.value(), Map.of("attachment", id.toString()));
        return id;
    }

    /** The file, to whoever may read the record. */
    @Transactional(readOnly = true)
    public Download open(Scope scope, RecordId record, UUID attachment) {
        AttachedFile file = find(scope, record, attachment);
        return contents.open(scope.unit(), file.hash(), file.name(), file.format());
    }

    /** Takes a file off a record; that it was there stays known. */
    public void remove(Scope scope, RecordId record, UUID attachment) {
        require(scope, record);
        AttachedFile file = find(scope, record, attachment);
        if (store.remove(scope, file.attachmentId(), clock.instant())) {
            audit.record(
                    scope, "record.detached", "record", record.value(), Map.of("attachment", attachment.toString()));
        }
    }

    private void require(Scope scope, RecordId record) {
        if (records.host(scope, record).isEmpty()) {
            throw new NotFound();
        }
    }

    private AttachedFile find(Scope scope, RecordId record, UUID attachment) {
        return of(scope, record).stream()
                .filter(file -> file.attachmentId().equals(attachment))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}

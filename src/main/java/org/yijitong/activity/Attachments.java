package org.yijitong.activity;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.audit.Audit;
import org.yijitong.document.Attachment;
import org.yijitong.document.Contents;
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

    private static final int LONGEST_NAME = 120;

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

    /**
     * A file with its bytes.
     *
     * @param bytes all of it; at most {@link #LARGEST}
     */
    public record Opened(AttachedFile file, byte[] bytes) {}

    @Transactional(readOnly = true)
    public List<AttachedFile> of(Scope scope, RecordId record) {
        return store.of(scope.unit(), record);
    }

    /**
     * Puts a file beside a record.
     *
     * @throws Invalid of the field {@code file} when it cannot be taken
     */
    public UUID attach(Scope scope, RecordId record, String name, InputStream bytes) throws IOException {
        records.host(scope, record).orElseThrow(NotFound::new);
        if (archives.find(scope, record).line().withdrawn()) {
            throw new Refused("activity.refused.withdrawn");
        }
        if (store.lockAndCount(scope.unit(), record) >= MOST) {
            throw new Invalid("file", "activity.invalid.files", MOST);
        }
        Attachment attachment = contents.put(scope.unit(), bytes, LARGEST);
        UUID id = ids.next();
        store.add(scope, record, id, called(name, attachment), attachment, clock.instant());
        audit.record(scope, "record.attached", "record", record.value(), Map.of("attachment", id.toString()));
        return id;
    }

    /** The file, to whoever may read the record. */
    @Transactional(readOnly = true)
    public Opened open(Scope scope, RecordId record, UUID attachment) {
        archives.find(scope, record);
        AttachedFile file = find(scope, record, attachment);
        return new Opened(file, contents.read(scope.unit(), file.hash()));
    }

    /** Takes a file off a record. */
    public void remove(Scope scope, RecordId record, UUID attachment) {
        records.host(scope, record).orElseThrow(NotFound::new);
        find(scope, record, attachment);
        store.remove(scope, attachment, clock.instant());
        audit.record(scope, "record.detached", "record", record.value(), Map.of("attachment", attachment.toString()));
    }

    private AttachedFile find(Scope scope, RecordId record, UUID attachment) {
        return store.of(scope.unit(), record).stream()
                .filter(file -> file.attachmentId().equals(attachment))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Its name without a path and signs no name has; with the ending of what it really is. */
    private static String called(String name, Attachment attachment) {
        String plain = name.replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .replaceAll("(?i)\\.(pdf|jpe?g|png|docx|xlsx)$", "")
                .strip();
        int longest = LONGEST_NAME - 5;
        String kept = plain.length() > longest ? plain.substring(0, longest) : plain;
        return (kept.isEmpty() ? "-" : kept) + "." + attachment.kind().ending();
    }
}

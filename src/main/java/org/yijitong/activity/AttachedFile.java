package org.yijitong.activity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.Attachment;

/**
 * A file that belongs to a record.
 *
 * @param name as it was called where it came from
 * @param size in bytes
 * @param removedAt when it was taken off; null while it is there
 */
public record AttachedFile(
        UUID attachmentId,
        String name,
        Attachment.Kind format,
        int size,
        String hash,
        Instant recordedAt,
        @Nullable Instant removedAt) {
    /** Whether it belongs to the record now. */
    public boolean there() {
        return removedAt == null;
    }
}

package org.yijitong.activity;

import java.time.Instant;
import java.util.UUID;
import org.yijitong.document.Attachment;

/**
 * A file that belongs to a record.
 *
 * @param name as it was called where it came from
 * @param size in bytes
 */
public record AttachedFile(
        UUID attachmentId, String name, Attachment.Kind format, int size, String hash, Instant recordedAt) {}

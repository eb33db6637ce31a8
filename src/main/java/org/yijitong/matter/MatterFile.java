package org.yijitong.matter;

import java.util.UUID;
import org.yijitong.document.Attachment;

/**
 * A file that belongs to a matter.
 *
 * @param size in bytes
 * @param hash SHA-256 of its bytes, in hexadecimal
 */
public record MatterFile(UUID fileId, String name, Attachment.Kind format, int size, String hash) {}

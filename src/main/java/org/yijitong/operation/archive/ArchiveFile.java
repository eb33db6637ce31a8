package org.yijitong.operation.archive;

import org.jspecify.annotations.Nullable;

/**
 * A file in an archive.
 *
 * @param sha256 of its content, in hexadecimal
 * @param rows how many lines a table has; null for other files
 */
public record ArchiveFile(
        String name, long bytes, String sha256, @Nullable Long rows) {}

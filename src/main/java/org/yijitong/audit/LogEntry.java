package org.yijitong.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log: who did what to what.
 *
 * @param action such as {@code organization.renamed}
 * @param subjectKind such as {@code organization}
 * @param detail further facts as JSON; null when they were erased
 * @param leafIndex its number in the log, from 0; null while it waits for the next checkpoint
 */
public record LogEntry(
        UUID entryId,
        Instant recordedAt,
        UUID accountId,
        String action,
        String subjectKind,
        UUID subjectId,
        @Nullable String detail,
        @Nullable Long leafIndex) {}

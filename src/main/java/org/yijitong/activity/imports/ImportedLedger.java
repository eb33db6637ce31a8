package org.yijitong.activity.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;

/**
 * A ledger that was written down, with what became of it.
 *
 * @param organizationName what the one whose ledger it is was called on that day
 * @param accountId who wrote it down
 * @param hash SHA-256 of the file, in hexadecimal
 * @param records how many records it wrote
 * @param undoneBy who took it back as a whole; null while nobody did
 * @param undone how many records that withdrew
 */
public record ImportedLedger(
        UUID importId,
        OrganizationId organizationId,
        String organizationName,
        UUID accountId,
        Instant recordedAt,
        String fileName,
        String hash,
        int records,
        @Nullable UUID undoneBy,
        @Nullable Instant undoneAt,
        @Nullable String undoneBecause,
        @Nullable Integer undone) {
    public boolean isUndone() {
        return undoneAt != null;
    }
}

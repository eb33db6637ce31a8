package org.yijitong.organization.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file that was brought in.
 *
 * @param topId the organization at which the bringer's reach ended
 * @param effectiveOn the day the roster is of: who is new belongs from then, who changed branch changed then
 * @param stage reading, matching, applying, undoing or done
 * @param done rows done of the present stage
 * @param total rows of the present stage, 0 when not known yet
 * @param sheets sheets with people
 * @param skipped titles, totals and notes that were passed over
 * @param beatAt when its work last said how far it is
 * @param message why it was refused, waits for a person again or was not taken back, as a message key
 */
public record Import(
        ImportId importId,
        UUID topId,
        UUID accountId,
        Instant createdAt,
        String fileName,
        LocalDate effectiveOn,
        ImportState state,
        String stage,
        int done,
        int total,
        @Nullable String format,
        int sheets,
        int skipped,
        @Nullable String message,
        List<String> messageArguments,
        @Nullable Instant finishedAt,
        Instant beatAt) {

    /** Whether work is under way that a page should follow. */
    public boolean isWorking() {
        return state == ImportState.READING || state == ImportState.APPLYING || state == ImportState.UNDOING;
    }
}

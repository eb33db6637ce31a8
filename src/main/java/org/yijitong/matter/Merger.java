package org.yijitong.matter;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two matters about the same, seen from one of them.
 *
 * @param out whether this one is to close, or did, for the other one to go on
 * @param matterId the other one, with how it stands
 * @param day when the other one is due, or was closed
 * @param reason why they are the same
 * @param account who asked
 * @param seen whether the other one is within reach
 * @param agreed what whoever has the one that goes on said; null while nothing was said
 */
public record Merger(
        UUID mergerId,
        boolean out,
        MatterId matterId,
        UUID versionId,
        String title,
        String state,
        boolean closed,
        LocalDate day,
        String reason,
        UUID account,
        boolean seen,
        @Nullable Boolean agreed) {
    /** Whether this one waits for an answer; of whoever had what is over meanwhile none is waited for. */
    public boolean waits() {
        return out && agreed == null && !closed;
    }
}

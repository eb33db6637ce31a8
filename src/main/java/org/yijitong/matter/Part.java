package org.yijitong.matter;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a matter: a matter of its own that the whole waits for.
 *
 * @param weight how much of the whole it is, from 1 to 100, beside the weights of the others
 * @param released whether the whole no longer waits for it
 * @param owner what the organization is called that has it; null when nothing can be done any more
 * @param day when it is due; when it was closed, if nothing is due any more
 * @param seen whether it is within reach
 */
public record Part(
        MatterId matterId,
        UUID versionId,
        String title,
        String state,
        boolean closed,
        int weight,
        boolean released,
        @Nullable String owner,
        LocalDate day,
        boolean seen) {}

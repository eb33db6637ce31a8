package org.yijitong.matter;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter in a list.
 *
 * @param day when it is due; when it was closed, if nothing is due any more
 * @param owner the name of whoever has it; null when nothing can be done
 * @param late whether its day has passed
 */
public record MatterLine(
        MatterId matterId,
        UUID versionId,
        String flow,
        String title,
        String state,
        boolean closed,
        LocalDate day,
        @Nullable String owner,
        String host,
        boolean vacant,
        int reopened,
        boolean late) {}

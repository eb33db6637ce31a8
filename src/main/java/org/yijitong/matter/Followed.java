package org.yijitong.matter;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A matter that came of a record, or to which the record shows something.
 *
 * @param decision which decision of the record, from 1; 0 for the record as a whole
 * @param day when it is due; when it was closed, if nothing is due any more
 * @param late whether its day has passed
 */
public record Followed(
        MatterId matterId,
        UUID versionId,
        int decision,
        String title,
        String state,
        boolean closed,
        LocalDate day,
        boolean late) {}

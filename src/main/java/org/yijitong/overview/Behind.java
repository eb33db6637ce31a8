package org.yijitong.overview;

import java.time.LocalDate;
import org.yijitong.organization.OrganizationId;

/**
 * Which figure of an overview is opened.
 *
 * @param of the organization looked at
 * @param alone whether only its own duties are meant, without those below it
 * @param first the first day on which a period may end
 * @param last the last
 */
public record Behind(OrganizationId of, boolean alone, LocalDate first, LocalDate last, Show show) {
    /** Which obligations. */
    public enum Show {
        ALL,
        /** Not done: late, or there is time yet. */
        MISSING,
        LATE
    }
}

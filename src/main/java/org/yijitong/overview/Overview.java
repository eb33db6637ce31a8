package org.yijitong.overview;

import java.util.List;
import org.yijitong.organization.OrganizationId;

/**
 * How an organization and those below it stand.
 *
 * @param name what it is called
 * @param table one row for its own duties and one for each directly below it, with everything deeper in the sum
 * @param late what is late longest, at most ten
 */
public record Overview(OrganizationId of, String name, Table<Place> table, List<Item> late) {
    /**
     * An organization directly below, or the one looked at.
     *
     * @param kind in lower case
     * @param closed whether it is no more
     */
    public record Place(OrganizationId organizationId, String name, String kind, int position, boolean closed) {}
}

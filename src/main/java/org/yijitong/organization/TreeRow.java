package org.yijitong.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One organization in a tree as of a day.
 *
 * @param depth how far below the top of its tree, which is 0
 * @param since the first day of the segment it is in
 */
public record TreeRow(
        OrganizationId organizationId,
        String name,
        @Nullable String shortName,
        OrganizationKind kind,
        @Nullable OrganizationId superiorId,
        int depth,
        int position,
        LocalDate since) {
    TreeRow at(int deep) {
        return new TreeRow(organizationId, name, shortName, kind, superiorId, deep, position, since);
    }

    /** The short name when there is one. */
    public String display() {
        return shortName == null ? name : shortName;
    }
}

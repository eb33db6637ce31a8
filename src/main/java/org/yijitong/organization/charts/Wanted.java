package org.yijitong.organization.charts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationState;

/**
 * What one row wants.
 *
 * @param id the organization it means, or the one it founds
 * @param before what that is on the chart's day; null when the row founds it
 * @param after what it shall be; null while the row leaves too much open to say
 * @param from the first day of what is founded; otherwise the chart's day
 * @param givenCode the code it gives to what had none
 */
record Wanted(
        ChartRow row,
        OrganizationId id,
        @Nullable OrganizationState before,
        @Nullable OrganizationState after,
        LocalDate from,
        @Nullable String givenCode) {

    boolean founds() {
        return before == null;
    }

    /** Whether it stands elsewhere afterwards, or begins to stand anywhere. */
    boolean moves() {
        return after != null && (before == null || !java.util.Objects.equals(before.superior(), after.superior()));
    }

    /** Whether it is called otherwise afterwards, or begins to be called anything. */
    boolean renames() {
        return after != null && (before == null || !before.name().equals(after.name()));
    }

    boolean alters() {
        return before != null && after != null && (!before.equals(after) || givenCode != null);
    }
}

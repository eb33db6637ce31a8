package org.yijitong.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All there is to know about one organization on a day.
 *
 * @param state what it is on that day
 * @param since the first day of that segment
 * @param founded its first day
 * @param above its superiors, the highest first
 * @param below what stands directly under it
 * @param census its people; of a committee or general branch, those of everything below it too
 * @param people how many belong to each Party group (党小组) under it
 * @param offices where its people work
 * @param youth the youth groups of its people
 */
public record Profile(
        OrganizationId organizationId,
        OrganizationState state,
        LocalDate since,
        LocalDate founded,
        List<Superior> above,
        List<TreeRow> below,
        Census census,
        Map<OrganizationId, Integer> people,
        List<TreeRow> offices,
        List<TreeRow> youth,
        List<Holding> held,
        List<Holding> last,
        @Nullable Term term,
        List<Warning> warnings) {}

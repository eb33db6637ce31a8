package org.yijitong.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone in a post.
 *
 * @param name the person's name as it is written now
 * @param officePhone how to reach the person at work
 * @param deputy stands in for the holder instead of holding the post
 * @param validFrom the first day
 * @param validTo the day on which somebody else may hold it; {@link org.yijitong.shared.Days#FOREVER} when open
 * @param dueOn the last day of the term of office, if there is one
 */
public record Holding(
        OrganizationId organizationId,
        Post post,
        PersonId personId,
        String name,
        @Nullable String officePhone,
        boolean deputy,
        LocalDate validFrom,
        LocalDate validTo,
        @Nullable LocalDate dueOn) {}

package org.yijitong.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A committee's term of office (届次).
 *
 * @param dueOn its last day, by which there must be an election
 */
public record Term(
        OrganizationId organizationId,
        LocalDate beginsOn,
        LocalDate dueOn,
        @Nullable String electedBy) {}

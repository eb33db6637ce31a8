package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.yijitong.organization.OrganizationId;

/**
 * What an organization will owe for a period that has not begun, should nothing change until then.
 *
 * @param periodTo the last day of the period, included
 * @param dueOn the last day on which it may be written down without being late
 */
public record Coming(
        UUID dutyVersionId,
        OrganizationId organizationId,
        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate dueOn,
        BigDecimal need) {}

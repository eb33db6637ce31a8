package org.yijitong.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.yijitong.ledger.Stand;
import org.yijitong.organization.OrganizationId;

/**
 * One obligation behind a figure, with who owes it.
 *
 * @param name what the organization is called
 */
public record Item(
        UUID obligationId,
        UUID dutyVersionId,
        OrganizationId organizationId,
        String name,
        LocalDate periodFrom,
        LocalDate periodTo,
        LocalDate dueOn,
        BigDecimal need,
        BigDecimal done,
        Stand.State state) {}

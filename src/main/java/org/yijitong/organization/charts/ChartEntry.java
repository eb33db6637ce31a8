package org.yijitong.organization.charts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;

/**
 * One organization going out.
 *
 * @param superior its superior's code, name, or path, whatever means it alone; null at the top
 * @param foundedOn its first day
 */
public record ChartEntry(
        OrganizationId organizationId,
        @Nullable String code,
        String name,
        @Nullable String shortName,
        OrganizationKind kind,
        @Nullable String superior,
        LocalDate foundedOn,
        @Nullable String approvalNumber,
        int position) {}

package org.yijitong.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.UnitId;

/**
 * That a host says an organization of this unit took part in something.
 *
 * @param unitName the unit of the host
 * @param name what the host calls the side
 * @param organizationId the organization of that name, if there is one within reach
 * @param answered whether somebody said yes or no already
 */
public record Invitation(
        UUID invitationId,
        UnitId hostUnitId,
        RecordId recordId,
        String unitName,
        String hostName,
        String name,
        LocalDate heldOn,
        String title,
        List<ActivityKind> kinds,
        boolean withdrawn,
        @Nullable OrganizationId organizationId,
        boolean answered) {}

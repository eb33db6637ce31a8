package org.yijitong.access;

import java.util.UUID;
import org.yijitong.shared.UnitId;

/**
 * A grant that is in force, as its holder sees it.
 *
 * @param place the name of its organization
 */
public record HeldGrant(UUID grantId, String role, UnitId unitId, UUID organizationId, String place) {}

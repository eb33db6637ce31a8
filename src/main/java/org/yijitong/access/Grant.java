package org.yijitong.access;

import java.util.UUID;
import org.yijitong.shared.UnitId;

/**
 * A role over the subtree of one organization.
 *
 * @param role a role of the policy file, such as {@code secretary}
 * @param unit the unit of the organization
 * @param organization where the reach ends
 */
public record Grant(String role, UnitId unit, UUID organization) {}

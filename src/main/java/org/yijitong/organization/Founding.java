package org.yijitong.organization;

import org.jspecify.annotations.Nullable;

/**
 * An organization to be founded.
 *
 * @param code its code in the unit, letters, digits and hyphens; null when it has none
 * @param state its name, kind, superior and approval number from the first day
 */
public record Founding(@Nullable String code, OrganizationState state) {}

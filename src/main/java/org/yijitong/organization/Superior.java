package org.yijitong.organization;

/**
 * An organization above another one.
 *
 * @param within whether the scope reaches it; otherwise only its name may be shown
 */
public record Superior(OrganizationId organizationId, String name, boolean within) {}

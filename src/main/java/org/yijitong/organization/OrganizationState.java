package org.yijitong.organization;

import org.jspecify.annotations.Nullable;

/**
 * What an organization is during one segment of its life.
 *
 * @param name full name, as on its seal
 * @param shortName what its people call it, such as 第三党支部; null when the same
 * @param superior the organization above it in the same tree; null at the top of the unit
 * @param position its place among its siblings, smaller first
 * @param approvalNumber the document that approved it (批准文号)
 */
public record OrganizationState(
        String name,
        @Nullable String shortName,
        OrganizationKind kind,
        @Nullable OrganizationId superior,
        int position,
        @Nullable String approvalNumber) {

    /** The short name when there is one. */
    public String display() {
        return shortName == null ? name : shortName;
    }

    OrganizationState named(String newName, @Nullable String newShortName) {
        return new OrganizationState(newName, newShortName, kind, superior, position, approvalNumber);
    }

    OrganizationState under(OrganizationId newSuperior) {
        return new OrganizationState(name, shortName, kind, newSuperior, position, approvalNumber);
    }

    OrganizationState amended(OrganizationKind newKind, int newPosition, @Nullable String newApprovalNumber) {
        return new OrganizationState(name, shortName, newKind, superior, newPosition, newApprovalNumber);
    }
}

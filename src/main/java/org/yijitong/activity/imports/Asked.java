package org.yijitong.activity.imports;

import org.yijitong.organization.OrganizationId;

/** A name of which it has to be told whom it means, in the ledger of one organization. */
public record Asked(OrganizationId organization, String name) {}

package org.yijitong.activity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;

/**
 * Which records are asked for.
 *
 * @param query characters or words of title, agenda, minutes and decisions; empty for all
 * @param organization one that took part, as host or not; null for every host within reach
 * @param kind one of the kinds it was; null for all
 * @param from the first day it may have been held on; null for all
 * @param to the last; null for all
 * @param withdrawn whether those taken back are shown too
 * @param imported the import of a ledger that wrote them; null for all
 */
public record RecordFilter(
        String query,
        @Nullable OrganizationId organization,
        @Nullable ActivityKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean withdrawn,
        @Nullable UUID imported) {
    public static final RecordFilter ALL = new RecordFilter("", null, null, null, null, false);

    /** However they came in. */
    public RecordFilter(
            String query,
            @Nullable OrganizationId organization,
            @Nullable ActivityKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean withdrawn) {
        this(query, organization, kind, from, to, withdrawn, null);
    }

    /** Everything an import of a ledger wrote, also what was taken back since. */
    public static RecordFilter imported(UUID imported) {
        return new RecordFilter("", null, null, null, null, true, imported);
    }

    /** Everything an organization took part in. */
    public static RecordFilter of(OrganizationId organization) {
        return new RecordFilter("", organization, null, null, null, false);
    }
}

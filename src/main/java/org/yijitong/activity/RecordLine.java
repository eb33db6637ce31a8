package org.yijitong.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Days;
import org.yijitong.shared.Words;

/**
 * A record as lists show it.
 *
 * @param organizationId the host
 * @param organizationName what the host was called on the day
 * @param title what it is called by; empty when nothing was written
 * @param accountId who recorded it first
 * @param onBehalf whether a superior's office wrote it for the organization (代记)
 * @param expected how many of the host's own people were expected (应到)
 * @param present how many of them came (实到)
 * @param importId the import of a ledger that wrote it; null when it was written by hand
 */
public record RecordLine(
        RecordId recordId,
        OrganizationId organizationId,
        String organizationName,
        int revision,
        LocalDate heldOn,
        String title,
        List<ActivityKind> kinds,
        boolean withdrawn,
        Instant recordedAt,
        UUID accountId,
        boolean onBehalf,
        int expected,
        int present,
        @Nullable UUID importId) {
    /** What it is called: 支委会：学习全会精神. */
    public String called(Words words) {
        String all = kinds.stream()
                .map(kind -> words.t("fact.activity.kinds." + kind.word()))
                .collect(Collectors.joining(words.t("activity.and")));
        return title.isEmpty() ? all : words.t("activity.called", all, title);
    }

    /** The day it was written down. */
    public LocalDate recordedOn() {
        return LocalDate.ofInstant(recordedAt, Days.SHANGHAI);
    }

    /** Written down on a later day than it was held (补记). */
    public boolean late() {
        return recordedOn().isAfter(heldOn);
    }
}

package org.yijitong.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.mechanism.Duty;
import org.yijitong.organization.OrganizationId;

/**
 * That a fact counts, or would count, for a duty.
 *
 * @param duty which duty; the same over all versions of its mechanism
 * @param version the version of the mechanism that was in force on the day
 * @param organization who owes it; for a personal duty the organization through which it came
 * @param people for how many people, when the duty is personal; else 0
 * @param amount how much it counts; mostly 1
 * @param done what stands for the period with this included; for a personal duty 0
 * @param need what the period asks; for a personal duty what it asks of each
 * @param why each condition it met
 */
public record Counted(
        UUID duty,
        Duty.Called name,
        int version,
        OrganizationId organization,
        int people,
        LocalDate periodFrom,
        LocalDate periodTo,
        BigDecimal amount,
        BigDecimal done,
        BigDecimal need,
        List<Reason> why) {
    /**
     * One condition and how a fact stands to it.
     *
     * @param field the field of the fact asked about
     * @param test {@code equals}, {@code one_of}, {@code contains}, {@code min} or {@code max}
     * @param wanted what the duty asks
     * @param found what the fact says; null when it says nothing
     */
    public record Reason(
            String kind,
            String field,
            String test,
            List<String> wanted,
            @Nullable String found) {}
}

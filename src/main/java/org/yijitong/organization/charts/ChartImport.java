package org.yijitong.organization.charts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One workbook of organizations that was brought in.
 *
 * @param topId the organization at which the bringer's reach ended
 * @param effectiveOn the day the chart is of: what is otherwise is so from then
 * @param added how many organizations were founded, once it has been put in
 * @param changed how many were changed
 */
public record ChartImport(
        ChartId importId,
        UUID topId,
        UUID accountId,
        Instant createdAt,
        String fileName,
        LocalDate effectiveOn,
        ChartState state,
        int added,
        int changed,
        @Nullable Instant finishedAt) {}

package org.yijitong.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.PersonId;
import org.yijitong.shared.Days;

/**
 * A planned meeting (会议安排) as it stands now.
 *
 * @param seriesId those planned together share it
 * @param heldOn the day it is planned for
 * @param theme what is studied first; empty when nothing is
 * @param items what else stands on the agenda
 * @param recordId what it became; null before that
 */
public record Plan(
        PlanId planId,
        OrganizationId organizationId,
        String organizationName,
        UUID seriesId,
        int revision,
        State state,
        LocalDate heldOn,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String place,
        List<ActivityKind> kinds,
        String theme,
        List<String> items,
        @Nullable RecordId recordId) {
    /** What became of it. */
    public enum State {
        /** Still to come, or past and not written down yet (还没记). */
        OPEN,
        /** Held and written down. */
        RECORDED,
        /** Not held (取消). */
        CANCELLED
    }

    /** How a plan changed. */
    public enum Change {
        PLANNED,
        MOVED,
        CANCELLED,
        RECORDED
    }

    /**
     * One change of a plan.
     *
     * @param heldOn the day it was planned for from then on
     * @param reason why it was moved or cancelled; null where none is asked
     */
    public record Step(
            int revision,
            Change change,
            LocalDate heldOn,
            @Nullable String reason,
            Instant recordedAt,
            UUID accountId) {}

    /** Someone who asked for leave (请假), with the reason. */
    public record Leave(
            PersonId personId,
            String name,
            Draft.Cause cause,
            @Nullable String note) {}

    /** When it begins on the clock of Shanghai; null when no hour was named. */
    public @Nullable LocalTime from() {
        return time(startsAt);
    }

    /** When it ends. */
    public @Nullable LocalTime to() {
        return time(endsAt);
    }

    /** Whether it may still be moved, cancelled or recorded. */
    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether it should have been held by a day, and nobody wrote it down. */
    public boolean unrecorded(LocalDate today) {
        return open() && heldOn.isBefore(today);
    }

    private static @Nullable LocalTime time(@Nullable Instant moment) {
        return moment == null ? null : LocalTime.ofInstant(moment, Days.SHANGHAI);
    }
}

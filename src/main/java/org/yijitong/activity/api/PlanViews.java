package org.yijitong.activity.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.activity.Missed;
import org.yijitong.activity.Plan;
import org.yijitong.activity.PlanDraft;
import org.yijitong.shared.Invalid;

/** Plans, and what is missing of past months, as programs send and see them. */
final class PlanViews {
    private PlanViews() {}

    /**
     * What is planned.
     *
     * @param from the hour on the clock of Shanghai
     * @param theme what is studied first
     * @param items what else stands on the agenda
     * @param until the last day on which it may be held again, month by month; once when missing
     */
    record PlanBody(
            @Nullable Set<ActivityKind> kinds,
            @Nullable LocalDate day,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable String place,
            @Nullable String theme,
            @Nullable List<String> items,
            @Nullable LocalDate until) {
        PlanDraft draft() {
            Set<ActivityKind> chosen = EnumSet.noneOf(ActivityKind.class);
            if (kinds != null) {
                kinds.stream().filter(Objects::nonNull).forEach(chosen::add);
            }
            return new PlanDraft(
                    chosen,
                    when(day, from, to),
                    text(place),
                    text(theme),
                    items == null
                            ? List.of()
                            : items.stream()
                                    .map(PlanViews::text)
                                    .filter(item -> !item.isEmpty())
                                    .toList(),
                    until);
        }
    }

    /** Another day: the revision that was read, and why. */
    record MoveBody(
            @Nullable Integer revision,
            @Nullable LocalDate day,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable String reason) {
        PlanDraft.When when() {
            return PlanViews.when(day, from, to);
        }
    }

    /** Not held: the revision that was read, and why. */
    record CancellationBody(
            @Nullable Integer revision, @Nullable String reason) {}

    /** Somebody cannot come. */
    record LeaveBody(
            @Nullable UUID person,
            Draft.@Nullable Cause cause,
            @Nullable String note) {}

    /** One cannot come. */
    record OwnLeaveBody(
            Draft.@Nullable Cause cause, @Nullable String note) {}

    /** A line of catching up; theme and words only where the duty asks for them. */
    record LineBody(
            @Nullable UUID obligation,
            @Nullable LocalDate day,
            @Nullable String theme,
            @Nullable String words) {}

    /** Lines of catching up, saved together. */
    record LinesBody(@Nullable List<LineBody> lines) {}

    /** A planned meeting; the record is what it became. */
    record PlanView(
            UUID id,
            UUID organization,
            UUID series,
            int revision,
            Plan.State state,
            LocalDate day,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            String place,
            List<ActivityKind> kinds,
            String theme,
            List<String> items,
            @Nullable UUID record) {
        static PlanView of(Plan plan) {
            return new PlanView(
                    plan.planId().value(),
                    plan.organizationId().value(),
                    plan.seriesId(),
                    plan.revision(),
                    plan.state(),
                    plan.heldOn(),
                    plan.from(),
                    plan.to(),
                    plan.place(),
                    plan.kinds(),
                    plan.theme(),
                    plan.items(),
                    plan.recordId() == null ? null : plan.recordId().value());
        }
    }

    /** One change of a plan. */
    record StepView(
            int revision,
            Plan.Change change,
            LocalDate day,
            @Nullable String reason,
            Instant recordedAt) {
        static StepView of(Plan.Step step) {
            return new StepView(step.revision(), step.change(), step.heldOn(), step.reason(), step.recordedAt());
        }
    }

    /** A plan with how it changed, the latest first. */
    record OneView(PlanView plan, List<StepView> changes) {}

    /** Who asked for leave. */
    record LeaveView(
            UUID person,
            String name,
            Draft.Cause cause,
            @Nullable String note) {
        static LeaveView of(Plan.Leave leave) {
            return new LeaveView(leave.personId().value(), leave.name(), leave.cause(), leave.note());
        }
    }

    /**
     * Something missing of a past period.
     *
     * @param brief whether a line of catching up is enough
     */
    record MissedView(
            UUID obligation,
            UUID organization,
            String duty,
            LocalDate from,
            LocalDate to,
            Set<ActivityKind> kinds,
            boolean theme,
            boolean words,
            boolean brief) {
        static MissedView of(Missed missed) {
            return new MissedView(
                    missed.stand().obligation(),
                    missed.bearer().organizationId().value(),
                    missed.duty().name().chinese(),
                    missed.first(),
                    missed.last(),
                    missed.kinds(),
                    missed.theme(),
                    missed.words(),
                    missed.brief());
        }
    }

    static PlanDraft.When when(@Nullable LocalDate day, @Nullable LocalTime from, @Nullable LocalTime to) {
        if (day == null) {
            throw new Invalid("day", "activity.invalid.day");
        }
        return new PlanDraft.When(day, from, to);
    }

    static String text(@Nullable String given) {
        return given == null
                ? ""
                : given.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
    }
}

package org.yijitong.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.yijitong.ProductTest;
import org.yijitong.organization.PersonId;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;

/** A plan: once or monthly, moved, cancelled, leave asked for, and in the end one record that closes it. */
@ProductTest
@Import(SampleUnit.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Plans plans;

    @Autowired
    Archives archives;

    @Autowired
    Days days;

    Made made;
    LocalDate today;

    @BeforeAll
    void make() {
        made = sample.make();
        today = days.today();
    }

    private PlanDraft draft(LocalDate day, @Nullable LocalDate until) {
        return new PlanDraft(
                Set.of(ActivityKind.COMMITTEE_MEETING),
                new PlanDraft.When(day, LocalTime.of(15, 0), null),
                "第三会议室",
                "学习全会精神",
                List.of("讨论发展对象"),
                until);
    }

    private PlanId planned(LocalDate day) {
        return plans.plan(made.branch(), made.third(), draft(day, null));
    }

    private Plan found(PlanId id) {
        return plans.find(made.branch(), id);
    }

    private PersonId someone(Plan plan) {
        return plans.expected(made.branch(), plan).getFirst().id();
    }

    @Test
    void aRepeatedPlanIsOneRowForEachMonthAtMostTwelve() {
        LocalDate day = LocalDate.of(today.getYear() + 1, 1, 31);
        PlanId first = plans.plan(made.branch(), made.third(), draft(day, day.plusMonths(3)));
        assertThat(plans.series(made.branch(), found(first)))
                .extracting(Plan::heldOn)
                .containsExactly(day, day.plusMonths(1), day.plusMonths(2), day.plusMonths(3));
        PlanId twelve = plans.plan(made.branch(), made.third(), draft(day, day.plusMonths(11)));
        assertThat(plans.series(made.branch(), found(twelve))).hasSize(12);
        assertThatThrownBy(() -> plans.plan(made.branch(), made.third(), draft(day, day.plusMonths(12))))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).containsOnlyKeys("until"));
    }

    @Test
    void whatCannotBePlannedIsNamedAllAtOnce() {
        PlanDraft bad = new PlanDraft(
                Set.of(),
                new PlanDraft.When(today.minusDays(1), LocalTime.of(15, 0), LocalTime.of(14, 0)),
                "x".repeat(101),
                "x".repeat(201),
                java.util.Collections.nCopies(20, "议题"),
                today.minusDays(2));
        assertThatThrownBy(() -> plans.plan(made.branch(), made.third(), bad))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .containsOnlyKeys("kinds", "day", "to", "place", "theme", "items", "until"));
        assertThatThrownBy(() -> planned(today.plusYears(2).plusDays(1))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> plans.plan(sample.make().branch(), made.third(), draft(today, null)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void moveAndCancelKeepWhoAndWhyAndNameTheRevisionThatWasRead() {
        PlanId id = planned(today.plusDays(3));
        PlanDraft.When later = new PlanDraft.When(today.plusDays(5), null, null);
        plans.move(made.branch(), id, 1, later, "书记出差");
        assertThatThrownBy(() -> plans.move(made.branch(), id, 1, later, "又改")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> plans.cancel(made.branch(), id, 2, " ")).isInstanceOf(Invalid.class);
        plans.cancel(made.branch(), id, 2, "合并到党员大会");
        assertThat(found(id).state()).isEqualTo(Plan.State.CANCELLED);
        assertThat(plans.steps(made.branch(), found(id)))
                .extracting(Plan.Step::change, Plan.Step::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Plan.Change.CANCELLED, "合并到党员大会"),
                        org.assertj.core.groups.Tuple.tuple(Plan.Change.MOVED, "书记出差"),
                        org.assertj.core.groups.Tuple.tuple(Plan.Change.PLANNED, null));
        assertThatThrownBy(() -> plans.move(made.branch(), id, 3, later, "晚了")).isInstanceOf(Refused.class);
        PersonId person = someone(found(id));
        assertThatThrownBy(() -> plans.leave(made.branch(), id, person, Draft.Cause.LEAVE, null))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theLastWordOnLeaveHolds() {
        PlanId id = planned(today.plusDays(1));
        PersonId person = someone(found(id));
        plans.leave(made.branch(), id, person, Draft.Cause.JOURNEY, "去广州");
        plans.leave(made.branch(), id, person, Draft.Cause.ILLNESS, null);
        assertThat(plans.leaves(made.branch(), found(id)))
                .extracting(Plan.Leave::cause)
                .containsExactly(Draft.Cause.ILLNESS);
        plans.endLeave(made.branch(), id, person);
        assertThat(plans.leaves(made.branch(), found(id))).isEmpty();
        assertThatThrownBy(() -> plans.endLeave(made.branch(), id, person)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> plans.leave(
                        made.branch(), id, new PersonId(java.util.UUID.randomUUID()), Draft.Cause.LEAVE, null))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aRecordClosesItsPlanOnce() {
        PlanId id = planned(today);
        Draft draft = Drafts.of(today, ActivityKind.COMMITTEE_MEETING);
        assertThatThrownBy(() -> plans.record(made.branch(), made.other(), id, draft))
                .isInstanceOf(NotFound.class);
        RecordId record = plans.record(made.branch(), made.third(), id, draft);
        assertThat(archives.find(made.branch(), record).line().heldOn()).isEqualTo(today);
        assertThat(found(id).recordId()).isEqualTo(record);
        assertThat(found(id).state()).isEqualTo(Plan.State.RECORDED);
        assertThatThrownBy(() -> plans.record(made.branch(), made.third(), id, draft))
                .isInstanceOf(Refused.class);
    }

    @Test
    void openPlansStayListedUntilSomebodySaysWhatBecameOfThem() {
        PlanId id = planned(today);
        assertThat(plans.of(made.branch(), List.of(made.third()), today.plusDays(40), today.plusDays(60), 50))
                .extracting(Plan::planId)
                .contains(id);
        assertThat(found(id).unrecorded(today.plusDays(1))).isTrue();
        assertThat(found(id).unrecorded(today)).isFalse();
        assertThat(plans.of(sample.make().branch(), List.of(made.third()), today, today, 50))
                .isEmpty();
    }
}

package org.yijitong.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yijitong.activity.ActivityKind.COMMITTEE_MEETING;
import static org.yijitong.activity.ActivityKind.GENERAL_MEETING;
import static org.yijitong.activity.ActivityKind.THEME_DAY;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;
import org.yijitong.ProductTest;
import org.yijitong.ledger.Counted;
import org.yijitong.ledger.Excuses;
import org.yijitong.ledger.Openings;
import org.yijitong.ledger.Receipts;
import org.yijitong.ledger.Source;
import org.yijitong.ledger.Stand;
import org.yijitong.ledger.Standings;
import org.yijitong.mechanism.Duty.Excuse;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Because;
import org.yijitong.organization.Reorganizations;
import org.yijitong.organization.SampleUnit;
import org.yijitong.organization.SampleUnit.Made;
import org.yijitong.shared.Days;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

/** Recorded once, it counts for every duty of the shipped documents that it satisfies, and for none besides. */
@ProductTest
@Import(SampleUnit.class)
@Transactional
class CountingTests {
    @Autowired
    SampleUnit sample;

    @Autowired
    Records records;

    @Autowired
    Receipts receipts;

    @Autowired
    Standings standings;

    @Autowired
    Openings openings;

    @Autowired
    Excuses excuses;

    @Autowired
    Reorganizations reorganizations;

    @Autowired
    Clock clock;

    @Autowired
    Days days;

    private Made made;
    private Scope secretary;
    private LocalDate today;

    @BeforeEach
    void make() {
        made = sample.make();
        secretary = made.branch();
        today = days.today();
        openings.open(secretary.unit());
    }

    private List<String> counted(RecordId id) {
        return receipts.of(secretary, new Source("record", id.value())).stream()
                .map(each -> each.name().duty().chinese())
                .filter(CountingTests::isShipped)
                .toList();
    }

    /** Other tests publish duties of their own in the same database. */
    private static boolean isShipped(String duty) {
        return !duty.startsWith("样例");
    }

    private Stand stand(String duty, AsOf asOf) {
        return standings
                .of(made.scope(), List.of(made.third()), today.minusMonths(14), today.plusYears(1), asOf)
                .stream()
                .filter(each -> each.name().duty().chinese().equals(duty))
                .filter(each -> !today.isBefore(each.periodFrom()) && !today.isAfter(each.periodTo()))
                .findFirst()
                .orElseThrow();
    }

    private Stand stand(String duty) {
        return stand(duty, AsOf.knownNow(today));
    }

    @Test
    void aCommitteeMeetingThatBeginsWithStudyCountsForEachDutyItSatisfies() {
        Draft draft = Drafts.of(today, COMMITTEE_MEETING);
        List<String> foreseen = records.outlook(secretary, made.third(), null, draft).counts().stream()
                .map(each -> each.name().duty().chinese())
                .filter(CountingTests::isShipped)
                .toList();
        List<String> counted = counted(records.record(secretary, made.third(), draft));
        assertThat(counted)
                .containsExactlyInAnyOrder("支委会", "党支部研学", "支部“第一议题”")
                .isEqualTo(foreseen);
        assertThat(stand("支委会").state()).isEqualTo(Stand.State.MET);
        assertThat(stand("主题党日").state()).isEqualTo(Stand.State.OPEN);
    }

    @Test
    void whatNearlyCountsSaysWhatIsMissing() {
        assertThat(records.outlook(secretary, made.third(), null, Drafts.of(today, COMMITTEE_MEETING))
                        .near())
                .anySatisfy(near -> {
                    assertThat(near.wouldCount().name().duty().chinese()).isEqualTo("“第一议题”有落实措施");
                    assertThat(near.missing()).extracting(Counted.Reason::field).containsExactly("measures");
                });
    }

    @Test
    void aBranchThatOwesNoCommitteeMeetingGetsNoCountForOne() {
        Scope other =
                new Scope(secretary.account(), secretary.unit(), made.other().value());
        RecordId id = records.record(other, made.other(), Drafts.of(today, COMMITTEE_MEETING));
        assertThat(receipts.of(other, new Source("record", id.value())))
                .extracting(each -> each.name().duty().chinese())
                .doesNotContain("支委会")
                .contains("支部“第一议题”");
    }

    @Test
    void correctingMovesTheCountsAndWithdrawingTakesThemBack() {
        RecordId id = records.record(secretary, made.third(), Drafts.of(today, COMMITTEE_MEETING));
        records.correct(secretary, id, 1, Drafts.of(today, COMMITTEE_MEETING, THEME_DAY), "也是主题党日");
        assertThat(counted(id)).contains("支委会", "主题党日", "再学习");
        assertThat(stand("主题党日").done()).isEqualByComparingTo(BigDecimal.ONE);
        records.withdraw(secretary, id, 2, "记错了支部");
        assertThat(counted(id)).isEmpty();
        assertThat(stand("主题党日").done()).isZero();
        assertThat(stand("支委会").state()).isEqualTo(Stand.State.OPEN);
    }

    @Test
    void oneThatCountsTwiceStillCountsOnceWhenTheOtherGoes() {
        records.record(secretary, made.third(), Drafts.of(today, GENERAL_MEETING));
        RecordId second = records.record(secretary, made.third(), Drafts.of(today, GENERAL_MEETING));
        assertThat(stand("支部党员大会").done()).isEqualByComparingTo("2");
        records.withdraw(secretary, second, 1, "重复");
        assertThat(stand("支部党员大会").state()).isEqualTo(Stand.State.MET);
    }

    @Test
    void whatWasKnownAtAMomentStays() {
        Instant before = clock.instant();
        records.record(secretary, made.third(), Drafts.of(today, GENERAL_MEETING));
        assertThat(stand("支部党员大会", new AsOf(today, before)).done()).isZero();
        assertThat(stand("支部党员大会").done()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void nothingDueBeforeTheUnitWasKnownIsLate() {
        assertThat(standings.of(
                        made.scope(),
                        List.of(made.third()),
                        today.minusMonths(20),
                        today.minusMonths(2),
                        AsOf.knownNow(today)))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.state()).isEqualTo(Stand.State.QUIET));
    }

    @Test
    void aSuperiorExcusesOnceAndMayTakeItBack() {
        Stand open = stand("主题党日");
        excuses.allow(made.scope(), open.obligation(), Excuse.MERGED, "与党员大会合并");
        assertThat(stand("主题党日").state()).isEqualTo(Stand.State.EXCUSED);
        assertThatThrownBy(() -> excuses.allow(made.scope(), open.obligation(), Excuse.MERGED, "再来"))
                .isInstanceOf(Refused.class);
        excuses.end(made.scope(), open.obligation());
        assertThat(stand("主题党日").state()).isEqualTo(Stand.State.OPEN);
    }

    @Test
    void aMergedBranchOwesWhatItOwedOnTheFirstDayOfThePeriodAndNothingLater() {
        LocalDate merged = today.withDayOfMonth(1).minusMonths(1);
        reorganizations.merge(made.scope(), made.small(), made.third(), Because.on(merged));
        assertThat(standings.of(made.scope(), List.of(made.small()), merged, today.plusYears(1), AsOf.knownNow(today)))
                .noneMatch(each -> !each.periodFrom().isBefore(merged));
    }

    @Test
    void aPledgeSetsOffThatItIsLookedBackUpon() {
        RecordId pledge = records.record(secretary, made.third(), Drafts.of(today, ActivityKind.PLEDGE));
        Optional<Stand> due =
                standings
                        .of(made.scope(), List.of(made.third()), today, today.plusYears(2), AsOf.knownNow(today))
                        .stream()
                        .filter(each -> each.name().duty().chinese().equals("践诺点评"))
                        .findFirst();
        assertThat(due.orElseThrow().dueOn()).isEqualTo(today.plusMonths(12));
        records.withdraw(secretary, pledge, 1, "还没定");
        assertThat(standings.of(made.scope(), List.of(made.third()), today, today.plusYears(2), AsOf.knownNow(today)))
                .noneMatch(each -> each.name().duty().chinese().equals("践诺点评"));
    }
}

package org.yijitong.organization.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Because;
import org.yijitong.organization.ChangeKind;
import org.yijitong.organization.Histories;
import org.yijitong.organization.History;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.Tree;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.charts.ChartLine.Change;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.organization.roster.ChartField;
import org.yijitong.shared.Db;
import org.yijitong.shared.NotFound;
import org.yijitong.shared.Refused;
import org.yijitong.shared.Scope;

class ChartImportTests extends ChartDesk {
    private static final String NEW = "N-2,新二支部,,党支部,N-1,2020.7.1,\nN-1,新总支,,总支,省数字事务厅机关党委,2019年4月10日,岭数机党〔2019〕6 号\n";

    @Autowired
    Histories histories;

    @Autowired
    Db db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatIsNewIsShownFirstAndPutInAsAWholeWhereverItsSuperiorStandsInTheFile() {
        ChartId id = brought(HEADER + NEW);
        assertThat(charts.look(scope, id).counts()).isEqualTo(Map.of(Verdict.ADDED, 2));
        assertThat(tree(Tree.PARTY)).extracting(TreeRow::name).doesNotContain("新总支");
        apply(id);
        assertThat(row("新二支部").superiorId()).isEqualTo(row("新总支").organizationId());
        assertThat(row("新二支部").depth()).isEqualTo(2);
        assertThat(row("新总支").since()).isEqualTo(LocalDate.of(2019, 4, 10));
        ChartImport done = charts.find(scope, id);
        assertThat(List.of(done.state(), done.added(), done.changed())).isEqualTo(List.of(ChartState.APPLIED, 2, 0));
        assertThatThrownBy(() -> charts.file(scope, id)).isInstanceOf(Refused.class);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        apply(HEADER + NEW);
        ChartId again = brought(HEADER + NEW);
        assertThat(charts.look(scope, again).counts()).isEqualTo(Map.of(Verdict.SAME, 2));
        assertThatThrownBy(() -> apply(again))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("charts.refused.nothingNew");
    }

    @Test
    void anOrganizationIsKnownByItsCodeAndIsRenamedMovedAndAmendedAtOnce() {
        Chart chart = apply(HEADER + "D-3,信息中心党支部,中心支部,联合党支部,乙总支,,岭数机党〔2026〕9 号\n");
        assertThat(chart.lines(Verdict.CHANGED, 0, 10).getFirst().changes())
                .containsEntry(ChartField.NAME, new Change("省数字事务厅机关第三党支部", "信息中心党支部"))
                .containsEntry(ChartField.SUPERIOR, new Change("甲总支", "乙总支"))
                .containsEntry(ChartField.KIND, new Change("BRANCH", "JOINT_BRANCH"))
                .containsOnlyKeys(
                        ChartField.NAME,
                        ChartField.SHORT_NAME,
                        ChartField.KIND,
                        ChartField.SUPERIOR,
                        ChartField.APPROVAL_NUMBER);
        TreeRow now = row("信息中心党支部");
        assertThat(now.organizationId()).isEqualTo(coded);
        assertThat(now.superiorId()).isEqualTo(second);
        assertThat(now.since()).isEqualTo(days.today());
    }

    @Test
    void theHistoryOfEachOrganizationTellsWhatWasDoneAndFromWhichWorkbook() {
        apply(HEADER + "D-3,信息中心党支部,,联合党支部,乙总支,,\nN-9,新支部,,党支部,D-3,,\n");
        List<History.Entry> entries = history(coded);
        assertThat(entries)
                .extracting(History.Entry::kind)
                .containsExactlyInAnyOrder(
                        ChangeKind.RENAMED, ChangeKind.MOVED, ChangeKind.AMENDED, ChangeKind.FOUNDED);
        assertThat(entries)
                .filteredOn(entry -> "组织表.csv".equals(entry.detail().get("file")))
                .hasSize(3);
        assertThat(history(row("新支部").organizationId()).getFirst().detail()).containsEntry("file", "组织表.csv");
        assertThat(audited("organizations.imported")).isEqualTo(1);
        assertThat(audited("chart.brought")).isEqualTo(1);
    }

    @Test
    void blanksNeverEraseAndWhatIsNotListedStays() {
        apply(HEADER + "D-3,,三支部,,,,岭数机党〔2003〕6 号\n");
        Chart chart = look(HEADER + "D-3,省数字事务厅机关第三党支部,,,,,\n");
        assertThat(chart.counts()).isEqualTo(Map.of(Verdict.SAME, 1));
        assertThat(chart.unlisted()).isEqualTo(6);
        assertThat(row("省数字事务厅机关第三党支部").shortName()).isEqualTo("三支部");
    }

    @Test
    void withoutACodeTheFullNameTellsAndOneWithoutACodeIsGivenItsOwn() {
        Chart moved = apply(HEADER + ",第四党支部,,党支部,乙总支,,\n");
        assertThat(moved.lines(Verdict.CHANGED, 0, 9).getFirst().changes()).containsOnlyKeys(ChartField.SUPERIOR);
        assertThat(row("第四党支部").organizationId()).isEqualTo(plain);
        Chart given = apply(HEADER + "D-4,第四党支部,,,乙总支,,\n");
        assertThat(given.lines(Verdict.CHANGED, 0, 9).getFirst().changes())
                .isEqualTo(Map.of(ChartField.CODE, new Change("", "D-4")));
        assertThat(apply(HEADER + "D-4,改名后的支部,,,,,\n").counts()).isEqualTo(Map.of(Verdict.CHANGED, 1));
        assertThat(row("改名后的支部").organizationId()).isEqualTo(plain);
    }

    @Test
    void oneNameUnderTwoSuperiorsMeansTwoOrganizations() {
        Chart chart = apply(HEADER + ",第四党支部,,党支部,甲总支,,\n,第四党支部,,党支部,乙总支,,\n");
        assertThat(chart.counts()).isEqualTo(Map.of(Verdict.SAME, 1, Verdict.ADDED, 1));
        assertThat(tree(Tree.PARTY))
                .filteredOn(row -> row.name().equals("第四党支部"))
                .hasSize(2);
        assertThat(faults(HEADER + ",第四党支部,,党支部,,,某文\n")).containsExactly("2:1:severalNames");
        assertThat(faults(HEADER + ",组,,党小组,第四党支部,,\n")).containsExactly("2:4:severalSuperiors");
        assertThat(apply(HEADER + ",组,,党小组,乙总支/第四党支部,,\n").counts()).isEqualTo(Map.of(Verdict.ADDED, 1));
    }

    @Test
    void theDayOfFoundingTellsAnOrganizationThatMovedFromANamesake() {
        assertThat(look(HEADER + "D-4,第四党支部,,党支部,乙总支,2003.9.16,\n").counts()).isEqualTo(Map.of(Verdict.CHANGED, 1));
        assertThat(look(HEADER + "D-4,第四党支部,,党支部,乙总支,,\n").counts()).isEqualTo(Map.of(Verdict.ADDED, 1));
        assertThat(look(HEADER + ",第四党支部,,党支部,乙总支,2020.7.1,\n").counts()).isEqualTo(Map.of(Verdict.ADDED, 1));
    }

    @Test
    void theDayOfTheWorkbookIsTheDayFromWhichItHolds() {
        LocalDate on = LocalDate.of(2015, 3, 1);
        apply(brought((HEADER + "D-3,早先的名称,,,,,\n").getBytes(java.nio.charset.StandardCharsets.UTF_8), on));
        assertThat(row("早先的名称").since()).isEqualTo(on);
        assertThat(trees.asOf(scope, Tree.PARTY, AsOf.knownNow(on.minusDays(1))))
                .extracting(TreeRow::name)
                .contains("省数字事务厅机关第三党支部");
    }

    @Test
    void nothingIsPutInWhileARowIsAtFault() {
        ChartId id = brought(HEADER + NEW + "N-3,坏支部,,党支部,没有的总支,,\n");
        assertThatThrownBy(() -> apply(id)).isInstanceOf(Refused.class).hasMessageContaining("charts.refused.faults");
        assertThat(tree(Tree.PARTY)).extracting(TreeRow::name).doesNotContain("新总支", "坏支部");
        assertThat(charts.find(scope, id).state()).isEqualTo(ChartState.WAITING);
    }

    @Test
    void whatWasShownIsWhatHappensOrNothingDoes() {
        ChartId id = brought(HEADER + "D-3,新名称,,,,,\n" + NEW);
        String shown = charts.look(scope, id).fingerprint();
        organizations.rename(scope, coded, "别人改的名称", null, Because.on(days.today()));
        assertThatThrownBy(() -> charts.apply(scope, id, shown))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("charts.refused.changedMeanwhile");
        assertThat(tree(Tree.PARTY))
                .extracting(TreeRow::name)
                .contains("别人改的名称")
                .doesNotContain("新总支");
    }

    @Test
    void aChangeElsewhereInTheTreeIsNoReasonToRefuse() {
        ChartId id = brought(HEADER + NEW);
        String shown = charts.look(scope, id).fingerprint();
        found(null, "不相干的支部", OrganizationKind.BRANCH, second);
        charts.apply(scope, id, shown);
        assertThat(row("新总支").depth()).isEqualTo(1);
        assertThatThrownBy(() -> charts.apply(scope, id, shown))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("charts.refused.state.APPLIED");
    }

    @Test
    void aChartThatWasPutAwayIsDone() {
        ChartId id = brought(HEADER + NEW);
        charts.cancel(scope, id);
        assertThatThrownBy(() -> charts.look(scope, id)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> charts.cancel(scope, id)).isInstanceOf(Refused.class);
        assertThat(tree(Tree.PARTY)).extracting(TreeRow::name).doesNotContain("新总支");
    }

    @Test
    void anotherUnitHasNoSuchChart() {
        ChartId id = brought(HEADER + NEW);
        Scope mine = scope;
        aUnit();
        assertThatThrownBy(() -> charts.look(scope, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> charts.cancel(new Scope(UUID.randomUUID(), mine.unit(), coded.value()), id))
                .isInstanceOf(NotFound.class);
    }

    private List<History.Entry> history(OrganizationId id) {
        return histories.of(scope, id, AsOf.knownNow(days.today()), null, 20).entries();
    }

    private int audited(String action) {
        return java.util.Objects.requireNonNull(transaction.execute(
                _ -> db.in(scope.unit(), """
                        SELECT count(*)::int FROM audit.entries WHERE unit_id = :unit AND action = :action
                        """).bind("action", action).one(Integer.class)));
    }
}

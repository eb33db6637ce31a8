package org.yijitong.organization.charts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.Row;
import org.yijitong.document.Workbooks;
import org.yijitong.organization.Because;
import org.yijitong.organization.OrganizationId;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.Tree;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.organization.roster.ChartKinds;

/** What went out comes in again without a difference. */
class ChartCopyTests extends ChartDesk {
    private static final LocalDate PAST = LocalDate.of(2010, 1, 1);

    @BeforeEach
    void aTreeWithAPastAndWithNamesThatComeTwice() {
        OrganizationId other = found(null, "第四党支部", OrganizationKind.BRANCH, second);
        found(null, "第一党小组", OrganizationKind.GROUP, plain);
        found(null, "第一党小组", OrganizationKind.GROUP, other);
        found("=1", coded);
        organizations.rename(scope, coded, "第三党支部", "三支部", Because.on(LocalDate.of(2019, 4, 10)));
        organizations.move(scope, coded, second, Because.on(LocalDate.of(2020, 1, 1)));
        organizations.amend(
                scope, coded, OrganizationKind.JOINT_BRANCH, 3, "岭数机党〔2021〕9 号", Because.on(LocalDate.of(2021, 1, 1)));
    }

    private void found(String name, OrganizationId superior) {
        found(null, name, OrganizationKind.GROUP, superior);
    }

    @ParameterizedTest
    @EnumSource(Tree.class)
    void anExportComesInAgainWithoutADifference(Tree tree) {
        for (LocalDate on : List.of(days.today(), PAST)) {
            for (boolean xlsx : List.of(true, false)) {
                Chart chart = charts.look(scope, brought(export(tree, on, xlsx), on));
                assertThat(chart.counts())
                        .as("%s on %s: %s", tree, on, chart.lines(Verdict.CHANGED, 0, 9))
                        .isEqualTo(Map.of(Verdict.SAME, tree == Tree.PARTY ? 9 : 2));
            }
        }
    }

    @Test
    void itHoldsTheTreeOfItsDayBranchByBranch() {
        assertThat(names(export(Tree.PARTY, days.today(), true)))
                .containsExactly("省数字事务厅机关党委", "乙总支", "第四党支部", "第一党小组", "第三党支部", "=1", "甲总支", "第四党支部", "第一党小组");
        assertThat(names(export(Tree.PARTY, PAST, true)))
                .contains("省数字事务厅机关第三党支部")
                .doesNotContain("第三党支部");
    }

    @Test
    void aWholeUnitIsCarriedToAnotherByItsWorkbook() {
        String party = new String(export(Tree.PARTY, days.today(), false), UTF_8);
        byte[] offices = export(Tree.ADMINISTRATIVE, days.today(), false);
        String old = code;
        aUnitAlone();
        byte[] carried = party.replace(old, code).getBytes(UTF_8);
        assertThat(apply(brought(carried, days.today())).counts()).isEqualTo(Map.of(Verdict.SAME, 1, Verdict.ADDED, 8));
        byte[] carriedOffices = new String(offices, UTF_8).replace(old, code).getBytes(UTF_8);
        apply(brought(carriedOffices, days.today()));
        assertThat(new String(export(Tree.PARTY, days.today(), false), UTF_8)).isEqualTo(party.replace(old, code));
        assertThat(charts.look(scope, brought(carried, days.today())).counts()).containsOnlyKeys(Verdict.SAME);
        assertThat(charts.look(scope, brought(carriedOffices, days.today())).counts())
                .containsOnlyKeys(Verdict.SAME);
    }

    @ParameterizedTest
    @EnumSource(OrganizationKind.class)
    void everyOfficialTermIsRead(OrganizationKind kind) {
        String term = messages.getMessage("organization.kind." + kind, null, Locale.SIMPLIFIED_CHINESE);
        assertThat(ChartKinds.parse(term)).contains(kind);
    }

    private static List<String> names(byte[] file) {
        List<Row> rows = Workbooks.read(file, "x.xlsx", ReadLimits.forRosters(), (_, _) -> {})
                .sheets()
                .getFirst()
                .rows();
        return rows.subList(1, rows.size()).stream()
                .map(row -> row.cell(1).text())
                .toList();
    }
}

package org.yijitong.organization.charts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.document.Books;
import org.yijitong.organization.AsOf;
import org.yijitong.organization.Because;
import org.yijitong.organization.Tree;
import org.yijitong.organization.TreeRow;
import org.yijitong.organization.imports.Verdict;
import org.yijitong.shared.Invalid;

/** What cannot be put in, said by row and column. */
class ChartFaultTests extends ChartDesk {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                N_1,新支部,,党支部,甲总支,,         | 2:0:code
                1.2E+17,新支部,,党支部,甲总支,,     | 2:0:code
                ,新支部,,兴趣小组,甲总支,,          | 2:3:kind
                ,新支部,,,甲总支,,                  | 2:3:noKind
                ,新支部,,党支部,,,                  | 2:4:noSuperior
                ,新支部,,党支部,丙总支,,            | 2:4:unknownSuperior
                ,新支部,,党支部,新支部,,            | 2:4:ownSuperior
                ,新支部,,党支部,数据资源处,,        | 2:4:otherTree
                ,新处,,处室,甲总支,,                | 2:4:otherTree
                ,新支部,,党支部,甲总支,2062.5.1,    | 2:5:future
                ,新支部,,党支部,甲总支,03.9.16,     | 2:5:date.TWO_DIGIT_YEAR
                ,新支部,,党支部,甲总支,2003.9,      | 2:5:monthOnly
                ,新支部,,党支部,甲总支,2003.2.30,   | 2:5:date.NO_SUCH_DAY
                ,新支部,,党支部,甲总支,2001.1.1,    | 2:5:superiorMissing
                N-1,,,党支部,甲总支,,               | 2:1:noName
                D-3,,,处室,,,                       | 2:3:otherTreeKind
                D-3,,,,,2003.9.17,                  | 2:5:foundedDiffers
                D-3,,,,第四党支部/没有,,            | 2:4:unknownSuperior
                ,第四党支部,,党支部,甲总支,2003.9.17, | 2:5:foundedDiffers
                N-1,第四党支部,,党支部,乙总支,1990.1.1, | 2:5:superiorMissing
                N-1,省数字事务厅机关第三党支部,,党支部,甲总支,, | 2:1:nameTakenBy
                ,省数字事务厅机关党委,,,甲总支,,    | 2:4:topHasNone
                """)
    void aFaultIsSaidByRowAndColumn(String row, String fault) {
        assertThat(faults(HEADER + row + "\n")).containsExactly(fault);
    }

    @Test
    void rowsAreHeldAgainstEachOther() {
        assertThat(faults(HEADER + "D-3,甲名,,,,,\nD-3,乙名,,,,,\n")).containsExactly("3:0:twice");
        assertThat(faults(HEADER + "N-1,一,,党支部,甲总支,,\nN-1,二,,党支部,甲总支,,\n")).containsExactly("3:0:twice");
        assertThat(faults(HEADER + ",一,,党支部,甲总支,,\n,一,,党支部,甲总支,,\n")).containsExactly("3:1:nameTwice");
        assertThat(faults(HEADER + "D-3,第四党支部,,,,,\n")).containsExactly("2:1:nameTaken");
    }

    @Test
    void aFaultIsSaidOnceAtItsOwnRow() {
        assertThat(faults(HEADER + "N_1,新总支,,党总支,省数字事务厅机关党委,,\n,新支部,,党支部,新总支,,\n"))
                .containsExactly("2:0:code");
    }

    @Test
    void superiorsDoNotLeadBackNorTooDeep() {
        assertThat(faults(HEADER + ",一,,党总支,二,,\n,二,,党总支,一,,\n")).containsExactly("2:4:cycle", "3:4:cycle");
        assertThat(faults(HEADER + ",甲总支,,,第四党支部,,\n")).containsExactly("2:4:cycle");
        StringBuilder deep = new StringBuilder(HEADER);
        for (int level = 1; level <= 20; level++) {
            deep.append("L-%d,层 %d,,党总支,%s,,\n".formatted(level, level, level == 1 ? "甲总支" : "L-" + (level - 1)));
        }
        assertThat(faults(deep.toString())).containsExactly("21:4:tooDeep");
    }

    @Test
    void whatEndedIsNeitherChangedNorStoodUnder() {
        organizations.close(scope, coded, Because.on(days.today().minusDays(3)));
        assertThat(faults(HEADER + "D-3,新名,,,,,\n,组,,党小组,省数字事务厅机关第三党支部,,\n"))
                .containsExactly("2:0:notThere", "3:4:unknownSuperior");
    }

    @Test
    void aFormulaThatFailedIsAFaultAndOneThatWorkedIsItsValue() throws IOException {
        byte[] file = Books.xlsx(book -> {
            var sheet = book.createSheet("党组织");
            Books.row(sheet, 1, "全称", "类别", "上级");
            Books.row(sheet, 2, "好支部", "党支部", "").getCell(2).setCellFormula("\"甲\"&\"总支\"");
            Books.row(sheet, 3, "坏支部", "党支部", "").getCell(2).setCellFormula("1/0");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        Chart chart = charts.look(scope, brought(file, days.today()));
        assertThat(chart.lines(Verdict.ADDED, 0, 9))
                .extracting(ChartLine::superior)
                .containsExactly("甲总支");
        ChartLine bad = chart.lines(Verdict.REFUSED, 0, 9).getFirst();
        assertThat(bad.rowNumber()).isEqualTo(3);
        assertThat(bad.faults()).extracting(ChartFault::key).containsExactly("charts.fault.formula");
    }

    @Test
    void theSheetsOfBothTreesAreReadAndNotesAndTotalsAreNot() throws IOException {
        byte[] file = Books.xlsx(book -> {
            var party = book.createSheet("党组织");
            Books.row(party, 1, "2026 年组织架构表");
            Books.row(party, 2, "序号", "党组织名称*", "组织类别", "上级党组织（全称）", "成立时间");
            Books.row(party, 3, 1, "新支部", "支部", "甲总支", "2010年7月1日");
            Books.row(party, 4, "合计", 1);
            Books.row(party, 5, "注：以批复为准");
            var offices = book.createSheet("处室");
            Books.row(offices, 1, "机构名称", "机构类别", "上级机构");
            Books.row(offices, 2, "新处", "内设机构", "省数字事务厅");
            book.createSheet("说明").createRow(0).createCell(0).setCellValue("填表说明");
        });
        Chart chart = apply(brought(file, days.today()));
        assertThat(List.of(chart.sheets(), chart.lines().size(), chart.skipped()))
                .isEqualTo(List.of(2, 2, 6));
        assertThat(chart.unused()).containsExactly("序号");
        assertThat(row("新支部").since()).isEqualTo(java.time.LocalDate.of(2010, 7, 1));
        assertThat(tree(Tree.ADMINISTRATIVE)).extracting(TreeRow::name).contains("新处");
    }

    @Test
    void whatNobodySeesIsTakenOutAndFormulasStayWords() {
        apply(HEADER + ",\"新\u202e支\u200b部\r\n\",,党支部,甲总支,,\n,\"=HYPERLINK(\"\"http://x\"\")\",,党支部,甲总支,,\n");
        assertThat(row("新支部").depth()).isEqualTo(2);
        String csv = new String(export(Tree.PARTY, days.today(), false), UTF_8);
        assertThat(csv).contains("'=HYPERLINK");
        assertThat(look(csv).counts()).containsOnlyKeys(Verdict.SAME);
        assertThat(trees.asOf(scope, Tree.PARTY, AsOf.knownNow(days.today())))
                .extracting(TreeRow::name)
                .contains("=HYPERLINK(\"http://x\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "甲,乙\n1,2\n", "全称,类别\n", "%PDF-1.7\n", "全称,\"上级\n没有配对"})
    void aFileThatIsNoChartIsRefusedInOneSentence(String content) {
        assertThatThrownBy(() -> brought(content))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).containsOnlyKeys("file"));
        assertThat(charts.latest(scope, 10)).isEmpty();
    }

    @Test
    void aDayToComeIsRefused() {
        assertThatThrownBy(() -> brought(HEADER.getBytes(UTF_8), days.today().plusDays(1)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void moreThanTwentyThousandRowsAreRefused() {
        String rows = ",支部,,党支部,甲总支,,\n".repeat(20_000);
        assertThatThrownBy(() -> brought(HEADER + rows))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults().toString()).contains("too-many-rows"));
    }
}

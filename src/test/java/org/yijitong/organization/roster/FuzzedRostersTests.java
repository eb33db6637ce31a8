package org.yijitong.organization.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yijitong.Mutations;
import org.yijitong.document.Cell;
import org.yijitong.document.Progress;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.Row;
import org.yijitong.document.Sheet;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.Workbooks;
import org.yijitong.shared.Cut;

/** Whatever is given for a roster: its columns are found or not, each cell means something, nothing, or a doubt. */
class FuzzedRostersTests {
    private static final int MANY = 3000;
    private static final String ROSTER = """
            某单位党员花名册,,,,,
            姓名,性别,身份证号,入党日期,所在支部,人员类别,备注
            林 若川,男,990104198003070017,2004年7月1日,第三党支部,正式党员,9.90104E+17
            沈南乔,女,99010419800307001x,2012.7.1,三支部,预备,2062/5/12
            合计2人,,,,,,
            """;

    @FuzzTest(maxDuration = "10m")
    void aRosterIsUnderstoodOrRefused(byte[] file) {
        try {
            for (Sheet sheet : Workbooks.read(file, "名册.csv", ReadLimits.forRosters(), Progress.UNWATCHED)
                    .sheets()) {
                List<Row> top = sheet.rows().stream().limit(Columns.LOOK_AT).toList();
                Optional<Layout> layout = Columns.recognize(sheet.head(), top);
                assertThat(ChartColumns.recognize(top)).isNotNull();
                sheet.rows().forEach(row -> {
                    layout.ifPresent(
                            found -> assertThat(RowSorting.sort(row, found)).isNotNull());
                    row.cells().forEach(FuzzedRostersTests::understand);
                });
            }
        } catch (UnreadableWorkbook refused) {
            assertThat(refused.messageKey()).isNotEmpty();
        }
    }

    private static void understand(Cell cell) {
        String text = cell.text();
        assertThat(RosterDates.parse(cell, false)).isNotNull();
        assertThat(RosterDates.parse(cell, true)).isNotNull();
        assertThat(IdentityNumbers.parse(cell)).isNotNull();
        assertThat(Kinds.parse(text)).isNotNull();
        assertThat(SexWords.read(text)).isNotNull();
        // A longer name is refused before.
        String name = Names.tidy(Cut.at(60, text));
        assertThat(Names.sortKey(name)).isNotNull();
        assertThat(Names.initials(name)).isNotNull();
        assertThat(Names.searchTokens(name)).isNotNull();
        assertThat(Names.queryTokens(name)).isNotNull();
    }

    /** Cells as long as Excel has them, of what an expression could go over again and again. */
    @Test
    void longCellsAreGoneOverOnce() {
        for (String piece : List.of("(", "（", "[", " ", "1 ", "(1", "、", "支部", "党员", "2026年", "·", "'", "。")) {
            String cell = piece.repeat(32_000 / piece.length());
            StringBuilder file = new StringBuilder(ROSTER);
            for (int row = 0; row < 8; row++) {
                file.append(("\"" + cell + row + "\",").repeat(7)).append('\n');
            }
            aRosterIsUnderstoodOrRefused(file.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void changedRostersAreUnderstoodOrRefused() {
        System.out.println("changed rosters: " + Mutations.of(ROSTER, MANY, this::aRosterIsUnderstoodOrRefused)
                + ", each understood or refused");
    }
}

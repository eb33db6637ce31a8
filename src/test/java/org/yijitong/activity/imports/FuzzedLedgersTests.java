package org.yijitong.activity.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yijitong.Mutations;
import org.yijitong.document.UnreadableWorkbook;

/** Whatever is given for a ledger is read as meetings with questions, or refused in a sentence. */
class FuzzedLedgersTests {
    private static final int MANY = 3000;
    private static final String LEDGER = """
            2026年度三会一课台账,,,,,,,
            日期,时间,类型,主题,地点,应到,实到,缺席,决议
            3月5日,9:00-10:30,支部党员大会+党课,学习全会精神,一楼会议室,12,10,"林若川（出差）、沈南乔 病假",清单：林若川，3月20日前
            2026.3.12,14:00,主题党日,参观,展览馆,12人,十二人,无,
            合计,,,,,,,,
            """;

    @FuzzTest(maxDuration = "10m")
    void aLedgerIsReadOrRefused(byte[] file) {
        try {
            List<Meeting> meetings = LedgerReader.read(file, "2026年台账.csv", 2026);
            assertThat(meetings).allSatisfy(each -> {
                assertThat(each.notes()).isNotNull();
                assertThat(each.names()).isNotNull();
            });
        } catch (UnreadableWorkbook refused) {
            assertThat(refused.messageKey()).isNotEmpty();
        }
    }

    /** Cells as long as Excel has them, of what an expression could go over again and again. */
    @Test
    void longCellsAreGoneOverOnce() {
        for (String piece : List.of("(", "（", "[", " ", "1 ", "(1", "、", "请假", "请假：", "2026年", "·", "=", "应到")) {
            String cell = piece.repeat(32_000 / piece.length());
            StringBuilder file = new StringBuilder("日期,类型,主题,地点,主持人,记录人,缺席,到会情况,决议,备注\n");
            for (int row = 0; row < 12; row++) {
                file.append(row == 0 ? "3月5日,党课" : ",")
                        .append((",\"" + cell + row + "\"").repeat(8))
                        .append('\n');
            }
            aLedgerIsReadOrRefused(file.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void changedLedgersAreReadOrRefused() {
        System.out.println("changed ledgers: " + Mutations.of(LEDGER, MANY, this::aLedgerIsReadOrRefused)
                + ", each read or refused");
    }
}

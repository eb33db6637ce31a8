package org.yijitong.activity.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.document.UnreadableWorkbook;

/** Ledgers in five ugly shapes are read, each meeting once. */
class LedgerReaderTests {
    private static List<Meeting> read(byte[] file, String name) {
        return LedgerReader.read(file, name, 2024);
    }

    @Test
    void aTabForEachMonthSeveralKindsInACellAttendanceInProse() throws IOException {
        List<Meeting> all = read(UglyLedgers.monthsOnSheets(), "台账.xlsx");
        assertThat(all).hasSize(4);
        Meeting first = all.getFirst();
        assertThat(first.day()).isEqualTo(LocalDate.of(2025, 3, 5));
        assertThat(first.from()).isEqualTo(LocalTime.of(15, 0));
        assertThat(first.to()).isEqualTo(LocalTime.of(16, 30));
        assertThat(first.kinds())
                .containsExactlyInAnyOrder(ActivityKind.GENERAL_MEETING, ActivityKind.LESSON, ActivityKind.THEME_DAY);
        assertThat(first.expected()).isEqualTo(OptionalInt.of(12));
        assertThat(first.present()).isEqualTo(OptionalInt.of(10));
        assertThat(first.absences())
                .containsExactly(
                        new Meeting.Absent("沈南乔", Draft.Cause.JOURNEY, "出差"),
                        new Meeting.Absent("周砚秋", Draft.Cause.LEAVE, ""));
        assertThat(all.get(1).subjects()).containsExactly("讨论发展对象", "研究下月工作");
        assertThat(all.get(1).absences()).isEmpty();
        assertThat(all.get(1).kindsSaid()).isEqualTo("支委会");
        assertThat(all.get(2).day()).isEqualTo(LocalDate.of(2025, 4, 5));
        assertThat(all.get(2).sheet()).isEqualTo("2025年4月");
        assertThat(all.get(2).row()).isEqualTo(3);
    }

    @Test
    void branchesInAColumnOrOnTabs() throws IOException {
        List<Meeting> all = read(UglyLedgers.severalBranches("第一党支部", "第二党支部", "第三支部"), "全机关.xlsx");
        assertThat(all)
                .extracting(
                        Meeting::organization,
                        Meeting::sheet,
                        meeting -> meeting.subjects().getFirst())
                .containsExactly(
                        tuple("第一党支部", "2025年台账", "甲"),
                        tuple("第一党支部", "2025年台账", "乙"),
                        tuple("第二党支部", "2025年台账", "丙"),
                        tuple("", "第三支部", "丁"));
    }

    @Test
    void oneMeetingOverSeveralRowsWithMergedCells() throws IOException {
        List<Meeting> all = read(UglyLedgers.mergedAcrossRows(), "组织生活.xls");
        assertThat(all).hasSize(2);
        Meeting first = all.getFirst();
        assertThat(first.day()).isEqualTo(LocalDate.of(2025, 6, 20));
        assertThat(first.kinds()).containsExactly(ActivityKind.COMMITTEE_MEETING);
        assertThat(first.subjects()).containsExactly("学习有关文件", "讨论困难帮扶", "其他事项");
        assertThat(first.absences()).containsExactly(new Meeting.Absent("沈南乔", Draft.Cause.ILLNESS, "病假"));
        assertThat(all.get(1).chair()).isEqualTo("林若川");
        assertThat(all.get(1).absences()).isEmpty();
    }

    @Test
    void realDatesHoursInAColumnOfTheirOwnAndHiddenRowsLeftOut() throws IOException {
        List<Meeting> all = read(UglyLedgers.realDates(), "学习.xlsx");
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().day()).isEqualTo(LocalDate.of(2025, 9, 9));
        assertThat(all.getFirst().from()).isEqualTo(LocalTime.of(9, 30));
        assertThat(all.getFirst().to()).isEqualTo(LocalTime.of(11, 0));
        assertThat(all.getFirst().kinds()).containsExactly(ActivityKind.LESSON);
        assertThat(all.getFirst().observers()).isEqualTo("郑师傅、钱大姐");
    }

    @Test
    void anOldTextFileWithFullWidthDigits() {
        List<Meeting> all = read(UglyLedgers.oldText(), "小组会.csv");
        assertThat(all).hasSize(2);
        assertThat(all.getFirst().day()).isEqualTo(LocalDate.of(2025, 10, 9));
        assertThat(all.getFirst().from()).isEqualTo(LocalTime.of(15, 0));
        assertThat(all.getFirst().kinds()).containsExactly(ActivityKind.GROUP_MEETING);
        assertThat(all.get(1).day()).isEqualTo(LocalDate.of(2025, 10, 16));
        assertThat(all.get(1).kinds()).containsExactlyInAnyOrder(ActivityKind.STUDY, ActivityKind.EXCHANGE);
    }

    @Test
    void twoTablesOnASheetAndWhatCannotBeReadIsKeptToBeAsked() throws IOException {
        List<Meeting> all = read(UglyLedgers.twoTables(), "上半年.xlsx");
        assertThat(all).hasSize(3);
        assertThat(all.getFirst().day()).isEqualTo(LocalDate.of(2025, 1, 15));
        assertThat(all.get(1).day()).isNull();
        assertThat(all.get(1).said()).isEqualTo("2月30日");
        assertThat(all.get(2).day()).isEqualTo(LocalDate.of(2025, 5, 8));
        assertThat(all.get(2).from()).isEqualTo(LocalTime.of(19, 0));
        assertThat(all.get(2).kinds()).isEmpty();
        assertThat(all.get(2).kindsSaid()).isEqualTo("茶话会");
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> read("%PDF-1.7 x".getBytes(StandardCharsets.UTF_8), "a.xlsx"))
                .isInstanceOf(UnreadableWorkbook.class);
        assertThat(read("姓名,电话\n甲,1\n".getBytes(StandardCharsets.UTF_8), "a.csv"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2025年3月5日        | 2025-03-05
            2025.3.5            | 2025-03-05
            2025/03/05 15:00    | 2025-03-05
            20250305            | 2025-03-05
            3月5日              | 2024-03-05
            3.5                 | 2024-03-05
            5日                 | 2024-07-05
            5                   | 2024-07-05
            2月30日             |
            三月               |
            15:00               |
            """)
    void daysAreReadAsTheyAreWritten(String text, LocalDate day) {
        assertThat(MeetingTime.day(text, 2024, 7).orElse(null)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            下午3:00-4:30       | 15:00 | 16:30
            15：00—16：30       | 15:00 | 16:30
            上午9点半至11点      | 09:30 | 11:00
            下午2时30分         | 14:30 |
            晚上7点              | 19:00 |
            上午11:00-下午1:00   | 11:00 | 13:00
            3月5日下午3点        | 15:00 |
            全天                 |       |
            25:00                |       |
            """)
    void hoursAreReadAsTheyAreWritten(String text, LocalTime from, LocalTime to) {
        var hours = MeetingTime.hours(text);
        assertThat(hours.map(MeetingTime.Hours::from).orElse(null)).isEqualTo(from);
        assertThat(hours.map(MeetingTime.Hours::to).orElse(null)).isEqualTo(to);
    }
}

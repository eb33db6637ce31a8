package org.yijitong.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Draft;
import org.yijitong.activity.RecordId;
import org.yijitong.matter.Beginning;
import org.yijitong.matter.Matters;
import org.yijitong.overview.OverviewDesk;
import org.yijitong.shared.Language;
import org.yijitong.shared.Words;

/** Papers say what the records say, each in its layout, and open in an office program. */
class PapersTests extends OverviewDesk {
    @Autowired
    private Papers papers;

    @Autowired
    private Forms forms;

    @Autowired
    private Matters matters;

    @Autowired
    private MessageSource messages;

    @TempDir
    private Path folder;

    private Words words() {
        return new Words(messages, Language.ZH_HANS);
    }

    private RecordId held(LocalDate day, Set<ActivityKind> kinds, String subject, String minutes) {
        Draft draft = new Draft(
                new Draft.Occasion(kinds, day, LocalTime.of(15, 0), LocalTime.of(16, 30), "第三会议室", ""),
                Draft.Sides.NONE,
                new Draft.Attendance(
                        List.of(new Draft.Absence(made.person("沈南乔"), Draft.Cause.JOURNEY, null)),
                        List.of(),
                        "周主任",
                        made.person("林若川"),
                        null),
                new Draft.Content(
                        List.of(new Draft.Item(subject, true), new Draft.Item("支部工作", false)),
                        minutes,
                        List.of(new Draft.Decision("拿出接口清单", made.person("林若川"), day.plusDays(20)))),
                Draft.Further.NOTHING);
        return records.record(made.branch(), made.third(), draft);
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor
                    .getText()
                    .lines()
                    .filter(line -> !line.startsWith("—"))
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void theMinutesOfARecordSayWhatItSaysAndLeaveNoGaps() throws IOException {
        RecordId record =
                held(today, Set.of(ActivityKind.GENERAL_MEETING, ActivityKind.LESSON), "学习全会精神", "大家发了言。\n一致同意。");
        String said = text(papers.minutes(made.branch(), record, words()));
        assertThat(said.lines())
                .contains("日期：" + today, "时间：15:00–16:30", "地点：第三会议室", "主持人：林若川", "列席：周主任")
                .contains("缺席：沈南乔（出差）")
                .containsSubsequence("议程", "1. 学习全会精神", "2. 支部工作", "记录", "大家发了言。", "一致同意。", "议定事项")
                .noneMatch(line -> line.contains("{{") || line.endsWith("："));
        assertThat(said).contains("拿出接口清单（林若川 " + today.plusDays(20) + "）").doesNotContain("记录人", "主讲");
    }

    @Test
    void aLedgerHoldsItsKindsTheEarliestFirstAndNothingWithdrawn() throws IOException {
        LocalDate first = LocalDate.of(today.getYear(), 1, 1);
        LocalDate earlier = met.isBefore(first) ? first : met;
        RecordId gone = held(today, Set.of(ActivityKind.THEME_DAY), "收回的一次", "");
        records.withdraw(made.branch(), gone, 1, "记错了");
        held(today, Set.of(ActivityKind.THEME_DAY), "第二次", "");
        held(earlier, Set.of(ActivityKind.THEME_DAY, ActivityKind.LESSON), "第一次", "");
        Ledger ledger = papers.ledger(made.branch(), made.third(), "theme-day", today.getYear(), words());
        assertThat(ledger.rows()).extracting(row -> row.get("title")).containsExactly("第一次", "第二次");
        assertThat(ledger.rows().getFirst()).containsEntry("number", "1").containsEntry("day", earlier.toString());
        assertThat(text(papers.document(made.branch(), ledger, words())).lines())
                .anyMatch(line -> line.matches(".*" + today.getYear() + " 主题党日台账"))
                .anyMatch(line -> line.startsWith("1\t" + earlier) && line.contains("第一次"));
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        papers.workbook(made.branch(), made.third(), "theme-day", today.getYear(), words(), sheet);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet.toByteArray()))) {
            assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("主题党日台账");
            assertThat(workbook.getSheetAt(0).getRow(2).getCell(3).getStringCellValue())
                    .isEqualTo("第二次");
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(2);
        }
    }

    @Test
    void theFirstItemCountsOnlyWhereItWasFirstAndACommitteeSeesWhoHeldIt() {
        held(today, Set.of(ActivityKind.STUDY), "只在这里", "");
        Ledger whole = papers.ledger(made.scope(), made.unit().rootId(), "first-item", today.getYear(), words());
        assertThat(whole.whole()).isTrue();
        assertThat(whole.rows())
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("theme", "只在这里")
                        .containsEntry(
                                "host",
                                papers.ledger(made.branch(), made.third(), "year", today.getYear(), words())
                                        .rows()
                                        .getFirst()
                                        .get("host")));
        assertThat(papers.columns(whole.form(), true))
                .extracting(FormField::word)
                .contains("host");
    }

    @Test
    void theRollOfMembersSaysWhoBelongsTodayWithoutNumbersAndTelephones() throws IOException {
        Ledger roll = papers.ledger(made.branch(), made.third(), "members", today.getYear(), words());
        assertThat(roll.rows()).extracting(row -> row.get("person")).contains("林若川", "沈南乔");
        assertThat(roll.rows().getFirst()).containsEntry("number", "1").doesNotContainKeys("phone", "note");
        assertThat(text(papers.document(made.branch(), roll, words())))
                .contains("党员名册", "姓名", "入党年月", "林若川")
                .doesNotContain("{{")
                .doesNotContainPattern("\\d{11}");
        Ledger whole = papers.ledger(made.scope(), made.unit().rootId(), "members", today.getYear(), words());
        assertThat(whole.rows())
                .hasSizeGreaterThan(roll.rows().size())
                .allSatisfy(row -> assertThat(row).containsKey("host"));
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        papers.workbook(made.branch(), made.third(), "members", today.getYear(), words(), sheet);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet.toByteArray()))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum())
                    .isEqualTo(roll.rows().size());
        }
    }

    @Test
    void everyPaperOpensInAnOfficeProgram() throws IOException, InterruptedException {
        RecordId record = held(today, Set.of(ActivityKind.values()), "学习全会精神", "长".repeat(3000));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("minutes.docx", papers.minutes(made.branch(), record, words()));
        matters.begin(
                made.scope(),
                made.third(),
                new Beginning("rectification", "学习记录不全", "assessment", Map.of("problem", "三月少一次"), Map.of()));
        for (Form form : forms.ledgers()) {
            Ledger ledger = papers.ledger(made.branch(), made.third(), form.id(), today.getYear(), words());
            assertThat(ledger.rows()).as(form.id()).isNotEmpty();
            byte[] docx = papers.document(made.branch(), ledger, words());
            saysWhatThePageSays(ledger, text(docx));
            files.put(form.id() + ".docx", docx);
            ByteArrayOutputStream sheet = new ByteArrayOutputStream();
            papers.workbook(made.branch(), made.third(), form.id(), today.getYear(), words(), sheet);
            files.put(form.id() + "-sheet.xlsx", sheet.toByteArray());
        }
        Office.opens(folder, files);
    }

    /** The head of every column, and each line of every cell of the first row. */
    private void saysWhatThePageSays(Ledger ledger, String said) {
        assertThat(said).contains(words().t(ledger.form().nameKey())).doesNotContain("{{");
        papers.columns(ledger.form(), ledger.whole()).forEach(column -> {
            String cell = ledger.rows().getFirst().getOrDefault(column.word(), "");
            assertThat(said).as(ledger.form().id()).contains(words().t("paper.field." + column.word()));
            cell.lines().forEach(line -> assertThat(said).as(column.word()).contains(line.strip()));
        });
    }
}

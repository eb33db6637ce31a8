package org.yijitong.organization.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.yijitong.document.Books;
import org.yijitong.document.Progress;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.Row;
import org.yijitong.document.Sheet;
import org.yijitong.document.Workbooks;
import org.yijitong.organization.roster.RowSorting.Sorted;

/** Ten workbooks as offices really keep them; each is understood, or said not to be a roster. */
class UglyWorkbookTests {

    private static List<Sheet> sheets(byte[] file) {
        return Workbooks.read(file, "名册.xls", ReadLimits.forRosters(), Progress.UNWATCHED)
                .sheets();
    }

    private static Layout layout(Sheet sheet) {
        return Columns.recognize(
                        sheet.head(),
                        sheet.rows().stream().limit(Columns.LOOK_AT).toList())
                .orElseThrow();
    }

    private static Map<RosterField, Integer> fields(Layout layout) {
        return layout.columns().stream()
                .filter(each -> each.field() != RosterField.IGNORE)
                .collect(Collectors.toMap(ColumnGuess::field, ColumnGuess::column));
    }

    private static List<String> people(Sheet sheet) {
        Layout layout = layout(sheet);
        int name = layout.column(RosterField.NAME).orElseThrow();
        return below(sheet, layout).stream()
                .filter(row -> RowSorting.sort(row, layout) instanceof Sorted.Person)
                .map(row -> Names.tidy(row.cell(name).text()))
                .toList();
    }

    private static List<Row> below(Sheet sheet, Layout layout) {
        return sheet.rows().stream()
                .filter(row -> row.number() > layout.headerBottom())
                .toList();
    }

    @Test
    void one_title_rows_totals_and_notes() throws IOException {
        Sheet sheet = sheets(Books.xlsx(book -> {
                    var s = book.createSheet("Sheet1");
                    Books.row(s, 1, "附件2");
                    Books.row(s, 2, "岭海省数据局机关第三党支部党员名册");
                    s.addMergedRegion(CellRangeAddress.valueOf("A2:F2"));
                    Books.row(s, 3, "填报单位：（盖章）", "", "", "填表日期：2026.3.5");
                    Books.row(s, 5, "序号", "姓 名", "性别*", "出生年月\n（年月日）", "加入党组织日期", "联系方式");
                    Books.row(s, 6, 1, "张 三", "男", "1984.7.1", "2006.7", 13800138000L);
                    Books.row(s, 8, 2, "李四", "女", "1990.1.2", "2010.7.1", 13800138001L);
                    Books.row(s, 9, 3);
                    Books.row(s, 10, "合计", "2人");
                    Books.row(s, 11, "注：以上数据截至 2026 年 3 月。");
                    Books.row(s, 12, "填表人：王五", "", "审核人：赵六");
                }))
                .getFirst();
        Layout layout = layout(sheet);
        assertThat(layout.headerTop()).isEqualTo(5);
        assertThat(fields(layout))
                .containsOnly(
                        Map.entry(RosterField.NAME, 1),
                        Map.entry(RosterField.SEX, 2),
                        Map.entry(RosterField.BIRTH_DATE, 3),
                        Map.entry(RosterField.JOINED_ON, 4),
                        Map.entry(RosterField.PHONE, 5));
        assertThat(layout.sheetBranch()).contains("岭海省数据局机关第三党支部");
        assertThat(people(sheet)).containsExactly("张三", "李四");
        assertThat(below(sheet, layout))
                .extracting(row -> RowSorting.sort(row, layout))
                .endsWith(new Sorted.Note(), new Sorted.Total(), new Sorted.Note(), new Sorted.Note());
    }

    private static void grouped(Workbook book) {
        var s = book.createSheet("汇总");
        Books.row(s, 1, "党员信息采集表");
        s.addMergedRegion(CellRangeAddress.valueOf("A1:G1"));
        Books.row(s, 2, "序号", "姓名", "党内信息", "", "", "联系方式", "");
        Books.row(s, 3, "", "", "入党时间", "转正时间", "所在支部", "手机", "办公电话");
        for (String area : List.of("A2:A3", "B2:B3", "C2:E2", "F2:G2")) {
            s.addMergedRegion(CellRangeAddress.valueOf(area));
        }
        Books.row(s, 4, 1, "张三", "2006.7.1", "2007.7.1", "第一党支部", "13800138000", "83100001");
        Books.row(s, 5, 2, "李四", "2006.7.1", "2007.7.1", "", "13800138001", "83100002");
        s.addMergedRegion(CellRangeAddress.valueOf("E4:E5"));
    }

    @Test
    void two_merged_headers_of_two_rows_in_both_formats() throws IOException {
        for (byte[] file : List.of(Books.xlsx(UglyWorkbookTests::grouped), Books.xls(UglyWorkbookTests::grouped))) {
            Sheet sheet = sheets(file).getFirst();
            Layout layout = layout(sheet);
            assertThat(fields(layout))
                    .containsOnly(
                            Map.entry(RosterField.NAME, 1),
                            Map.entry(RosterField.JOINED_ON, 2),
                            Map.entry(RosterField.CONFIRMED_ON, 3),
                            Map.entry(RosterField.BRANCH, 4),
                            Map.entry(RosterField.PHONE, 5),
                            Map.entry(RosterField.OFFICE_PHONE, 6));
            assertThat(layout.headerBottom()).isEqualTo(3);
            assertThat(people(sheet)).containsExactly("张三", "李四");
            assertThat(sheet.rows().getLast().cell(4).text()).isEqualTo("第一党支部");
        }
    }

    @Test
    void three_grouped_header_without_merges_whose_words_only_make_sense_together() {
        String csv = "姓名,入党,,转正,身份\n,时间,介绍人,时间,证号\n张三,2006.7.1,王某,2007.7.1,11010519491231002X\n";
        Layout layout = layout(sheets(csv.getBytes(StandardCharsets.UTF_8)).getFirst());
        assertThat(layout.headerTop()).isEqualTo(1);
        assertThat(layout.headerBottom()).isEqualTo(2);
        assertThat(fields(layout))
                .containsEntry(RosterField.NAME, 0)
                .containsEntry(RosterField.JOINED_ON, 1)
                .containsEntry(RosterField.CONFIRMED_ON, 3)
                .containsEntry(RosterField.IDENTITY_NUMBER, 4);
    }

    @Test
    void four_one_sheet_for_each_branch() throws IOException {
        List<Sheet> sheets = sheets(Books.xlsx(book -> {
            for (String branch : List.of("第一党支部", "离退休支部（8人）", "说明")) {
                var s = book.createSheet(branch);
                Books.row(s, 1, branch.equals("说明") ? "本表由机关党委汇总" : "党员姓名", "身份证号码");
                Books.row(s, 2, "张三", "11010519491231002X");
            }
        }));
        assertThat(layout(sheets.get(0)).sheetBranch()).contains("第一党支部");
        assertThat(layout(sheets.get(1)).sheetBranch()).contains("离退休支部（8人）");
        assertThat(Columns.recognize(sheets.get(2).head(), sheets.get(2).rows()))
                .isEmpty();
    }

    @Test
    void five_branches_as_lines_between_the_people() throws IOException {
        Sheet sheet = sheets(Books.xls(book -> {
                    var s = book.createSheet("名册");
                    Books.row(s, 1, "序号", "姓名", "公民身份号码");
                    Books.row(s, 2, "第一党支部（2人）");
                    s.addMergedRegion(CellRangeAddress.valueOf("A2:C2"));
                    Books.row(s, 3, 1, "张三", "11010519491231002X");
                    Books.row(s, 4, 2, "", "11010519491231002X");
                    Books.row(s, 5, "序号", "姓名", "公民身份号码");
                    Books.row(s, 6, "", "第二党支部");
                    Books.row(s, 7, 3, "李四", "");
                    Books.row(s, 8, "小计", "", 3);
                    Books.row(s, 9, "党员总计：3");
                }))
                .getFirst();
        Layout layout = layout(sheet);
        assertThat(below(sheet, layout))
                .extracting(row -> RowSorting.sort(row, layout))
                .containsExactly(
                        new Sorted.Section("第一党支部（2人）"),
                        new Sorted.Person(),
                        new Sorted.Nameless(),
                        new Sorted.RepeatedHeader(),
                        new Sorted.Section("第二党支部"),
                        new Sorted.Person(),
                        new Sorted.Total(),
                        new Sorted.Total());
    }

    @Test
    void six_a_csv_in_gb18030_with_tabs() {
        String text = "党员姓名\t何时入党\t人员类别\t党支部名称\r\n䶮某\t２００６年７月\t预备党员\t三支部\r\n";
        Sheet sheet = sheets(text.getBytes(Charset.forName("GB18030"))).getFirst();
        assertThat(fields(layout(sheet)).keySet())
                .containsExactlyInAnyOrder(
                        RosterField.NAME, RosterField.JOINED_ON, RosterField.KIND, RosterField.BRANCH);
        assertThat(people(sheet)).containsExactly("䶮某");
    }

    @Test
    void seven_an_html_table_named_xls() {
        String page = "<html><meta charset=gbk><table><tr><th colspan=3>党员信息导出</th></tr><tr><th>姓名<th>性别<th>入党年月</tr>"
                + "<tr><td>阿卜杜拉•买买提<td>男<td>1998.10</tr><tr><td colspan=3>导出说明：系统生成</tr></table></html>";
        Sheet sheet = sheets(page.getBytes(Charset.forName("GB18030"))).getFirst();
        assertThat(layout(sheet).headerTop()).isEqualTo(2);
        assertThat(people(sheet)).containsExactly("阿卜杜拉·买买提");
    }

    @Test
    void eight_destroyed_identity_numbers_under_a_heading_nobody_foresaw() throws IOException {
        Sheet sheet = sheets(Books.xlsx(book -> {
                    var s = book.createSheet("人员");
                    Books.row(s, 1, "姓名", "性 别", "18位号码（必填）", "证件号码");
                    Books.row(s, 2, "张三", "男", "11010519491231002X", 1.10105194912310E17);
                    Books.row(s, 3, "李四", "女", "11010519491231002X", 1.10105194912310E17);
                    Books.row(s, 4, "王五", "女", "11010519491231002X", 1.10105194912310E17);
                }))
                .getFirst();
        Layout layout = layout(sheet);
        assertThat(layout.column(RosterField.IDENTITY_NUMBER)).hasValue(3);
        assertThat(layout.columns().get(2).field()).isEqualTo(RosterField.IGNORE);
        assertThat(IdentityNumbers.parse(sheet.rows().get(1).cell(3)))
                .isEqualTo(new IdentityReading.Refused(IdentityReading.Problem.DESTROYED));
    }

    @Test
    void nine_values_speak_when_the_heading_does_not_and_hidden_rows_are_marked() throws IOException {
        Sheet sheet = sheets(Books.xlsx(book -> {
                    var s = book.createSheet("人员");
                    Books.row(s, 1, "姓名", "民族", "码", "号头", "入党介绍人姓名", "姓名拼音");
                    for (int i = 2; i < 6; i++) {
                        Books.row(s, i, "张三", "汉", "11010519491231002X", "13800138000", "王五", "zhangsan")
                                .setZeroHeight(i == 3);
                    }
                }))
                .getFirst();
        Layout layout = layout(sheet);
        assertThat(fields(layout))
                .containsOnly(
                        Map.entry(RosterField.NAME, 0),
                        Map.entry(RosterField.ETHNICITY, 1),
                        Map.entry(RosterField.IDENTITY_NUMBER, 2),
                        Map.entry(RosterField.PHONE, 3));
        assertThat(layout.columns().get(2).confidence()).isEqualTo(ColumnGuess.BY_VALUES);
        assertThat(sheet.rows()).extracting(Row::hidden).containsExactly(false, false, true, false, false);
    }

    @Test
    void ten_a_workbook_that_is_no_roster_at_all() throws IOException {
        Sheet sheet = sheets(Books.xlsx(book -> {
                    var s = book.createSheet("预算");
                    Books.row(s, 1, "科目", "金额", "备注");
                    Books.row(s, 2, "办公费", 1200, "");
                }))
                .getFirst();
        assertThat(Columns.recognize(sheet.head(), sheet.rows())).isEqualTo(Optional.empty());
    }
}

package org.yijitong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.document.Cell.Kind;

/** What is in a workbook comes out as a person sees it, whatever program wrote it. */
class WorkbooksTests {

    private static org.yijitong.document.Workbook read(byte[] file) {
        return Workbooks.read(file, "名册.xlsx", ReadLimits.forRosters(), Progress.UNWATCHED);
    }

    private static Sheet only(byte[] file) {
        return read(file).sheets().getFirst();
    }

    private static void people(Workbook book) {
        var sheet = book.createSheet("第一支部");
        Books.row(sheet, 1, "党员名册");
        sheet.addMergedRegion(CellRangeAddress.valueOf("A1:D1"));
        Books.row(sheet, 3, "支部", "姓名", "电话", "党龄");
        Books.row(sheet, 4, "第一支部", "欧阳 修", 13800138000L, 12.5);
        Books.row(sheet, 5, "", "𠮷野家", "020-12345678", 0.1 + 0.2);
        sheet.addMergedRegion(CellRangeAddress.valueOf("A4:A5"));
        Row hidden = Books.row(sheet, 6, "第二支部", "张三", true, 3);
        hidden.setZeroHeight(true);
        sheet.createRow(6).createCell(0).setBlank();
        sheet.setColumnHidden(3, true);
        book.createSheet("旧表");
        book.setSheetHidden(1, true);
    }

    private static void assertPeople(org.yijitong.document.Workbook book) {
        Sheet sheet = book.sheets().getFirst();
        assertThat(sheet.head().name()).isEqualTo("第一支部");
        assertThat(sheet.head().hiddenColumns()).containsExactly(3);
        assertThat(sheet.rows()).extracting(org.yijitong.document.Row::number).containsExactly(1, 3, 4, 5, 6);
        assertThat(sheet.rows())
                .extracting(org.yijitong.document.Row::hidden)
                .containsExactly(false, false, false, false, true);
        assertThat(Books.texts(sheet))
                .containsExactly(
                        List.of("党员名册", "党员名册", "党员名册", "党员名册"),
                        List.of("支部", "姓名", "电话", "党龄"),
                        List.of("第一支部", "欧阳 修", "13800138000", "12.5"),
                        List.of("第一支部", "𠮷野家", "020-12345678", "0.3"),
                        List.of("第二支部", "张三", "TRUE", "3"));
        assertThat(sheet.rows().get(3).cell(0).merged()).isTrue();
        assertThat(sheet.rows().get(3).cell(1).merged()).isFalse();
        assertThat(sheet.rows().get(3).cell(99)).isEqualTo(Cell.BLANK);
        assertThat(book.sheets()).extracting(each -> each.head().hidden()).containsExactly(false, true);
    }

    @Test
    void an_xlsx_gives_rows_merges_hidden_parts_and_numbers_as_seen() throws IOException {
        var book = read(Books.xlsx(WorkbooksTests::people));
        assertThat(book.format()).isEqualTo(Format.XLSX);
        assertThat(book.nameFits()).isTrue();
        assertPeople(book);
    }

    @Test
    void an_xls_gives_the_same_and_its_wrong_name_is_reported() throws IOException {
        var book = read(Books.xls(WorkbooksTests::people));
        assertThat(book.format()).isEqualTo(Format.XLS);
        assertThat(book.nameFits()).isFalse();
        assertPeople(book);
    }

    private static void dates(Workbook book) {
        var sheet = book.createSheet("日期");
        Row row = sheet.createRow(0);
        String[] formats = {
            "yyyy-mm-dd",
            "yyyy\"年\"m\"月\"d\"日\";@",
            "yyyy\"年\"m\"月\"",
            "yyyy.mm",
            "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"",
            "m/d/yy h:mm",
            "0.00",
            "yyyy"
        };
        for (int i = 0; i < formats.length; i++) {
            row.createCell(i).setCellStyle(Books.format(book, formats[i]));
            row.getCell(i).setCellValue(LocalDate.of(1984, 7, 1));
        }
        row.getCell(5).setCellValue(LocalDate.of(1984, 7, 1).atTime(14, 30));
    }

    private static final String[] DATES = {
        "1984-07-01", "1984-07-01", "1984-07", "1984-07", "1984-07-01", "1984-07-01T14:30", "30864.00", "1984"
    };

    @Test
    void dates_are_iso_and_as_precise_as_they_are_shown() throws IOException {
        for (byte[] file : List.of(Books.xlsx(WorkbooksTests::dates), Books.xls(WorkbooksTests::dates))) {
            var cells = only(file).rows().getFirst().cells();
            assertThat(cells).extracting(Cell::text).containsExactly(DATES);
            assertThat(cells.get(0).kind()).isEqualTo(Kind.DATE);
            assertThat(cells.get(0).raw()).isEqualTo("30864");
            assertThat(cells.get(6).kind()).isEqualTo(Kind.NUMBER);
        }
    }

    @Test
    void the_date_system_of_1904_is_honoured() throws IOException {
        byte[] file = Books.xlsx(book -> {
            ((XSSFWorkbook) book).getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            Row row = book.createSheet("日期").createRow(0);
            row.createCell(0).setCellValue(29402);
            row.getCell(0).setCellStyle(Books.format(book, "yyyy-mm-dd"));
        });
        assertThat(only(file).head().from1904()).isTrue();
        assertThat(only(file).rows().getFirst().cell(0).text()).isEqualTo("1984-07-01");
    }

    @Test
    void built_in_chinese_date_formats_are_dates() throws IOException {
        byte[] file = Books.zip(withStyles(
                "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>30864</v></c><c r=\"B1\" s=\"1\"><v>30864</v></c></row>"));
        assertThat(only(file).rows().getFirst().cells())
                .extracting(Cell::text)
                .containsExactly("1984-07-01", "1984-07");
    }

    private static java.util.Map<String, byte[]> withStyles(String rows) {
        var parts = Books.parts(Books.sheet(rows));
        parts.put("xl/styles.xml", Books.utf8("""
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>\
                <xf numFmtId="31"/><xf numFmtId="57"/></cellXfs></styleSheet>"""));
        parts.put("xl/_rels/workbook.xml.rels", Books.utf8("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
                Target="worksheets/sheet1.xml"/><Relationship Id="r2" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
                </Relationships>"""));
        return parts;
    }

    @Test
    void an_identity_number_kept_as_a_number_is_known_to_be_destroyed() throws IOException {
        byte[] file = Books.xlsx(book -> {
            Row row = Books.row(
                    book.createSheet("身份证"),
                    1,
                    1.23456789012345E+17,
                    1.23456789012345E+17,
                    "440106198407011234",
                    123456789012345.0);
            row.getCell(1).setCellStyle(Books.format(book, "0"));
        });
        var cells = only(file).rows().getFirst().cells();
        assertThat(cells).extracting(Cell::digitsLost).containsExactly(true, true, false, false);
        assertThat(cells.get(0).text()).isEqualTo("1.23457E+17");
        assertThat(cells.get(1).text()).isEqualTo("123456789012345000");
        assertThat(cells.get(3).text()).isEqualTo("123456789012345");
    }

    @Test
    void formulas_give_their_last_value() throws IOException {
        for (boolean xlsx : List.of(true, false)) {
            java.util.function.Consumer<Workbook> fill = book -> {
                Row row = book.createSheet("f").createRow(0);
                row.createCell(0).setCellFormula("1+2");
                row.createCell(1).setCellFormula("\"甲\"&\"乙\"");
                row.createCell(2).setCellFormula("1/0");
                row.createCell(3).setCellFormula("1=1");
                book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            };
            var cells = only(xlsx ? Books.xlsx(fill) : Books.xls(fill))
                    .rows()
                    .getFirst()
                    .cells();
            assertThat(cells).extracting(Cell::text).containsExactly("3", "甲乙", "#DIV/0!", "TRUE");
            assertThat(cells.get(2).kind()).isEqualTo(Kind.ERROR);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,','", "UTF-8,'\t'", "GB18030,','", "GB18030,';'", "UTF-16LE,'\t'"})
    void separated_text_is_read_in_any_encoding(String charset, String separator) {
        String text =
                String.join(separator, "姓名", "支部", "备注") + "\r\n" + String.join(separator, "䶮某", "第一支部", "\"甲,乙\r\n丙\"")
                        + "\r\n\r\n" + String.join(separator, "'=1+1", "=\"0012\"", "");
        byte[] bytes = ((charset.equals("UTF-16LE") ? "\ufeff" : "") + text).getBytes(Charset.forName(charset));
        Sheet sheet = only(bytes);
        assertThat(Books.texts(sheet))
                .containsExactly(List.of("姓名", "支部", "备注"), List.of("䶮某", "第一支部", "甲,乙\r\n丙"), List.of("=1+1", "0012"));
        assertThat(sheet.rows()).extracting(org.yijitong.document.Row::number).containsExactly(1, 2, 4);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_cell() {
        assertThat(Books.texts(only(Books.utf8("\ufeff姓名,支部\n甲,乙")))).first().isEqualTo(List.of("姓名", "支部"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb2312", "utf-8"})
    void an_html_table_named_xls_is_read_with_its_spans(String charset) {
        String page = "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=" + charset
                + "\"></head><body><table>"
                + "<tr><td colspan=3>党员名册</td></tr><tr><th rowspan=2>姓名</th><th colspan=2>党内信息</th></tr>"
                + "<tr><th>入党时间</th><th>支部</th></tr><tr><td>王&nbsp;五<td>2001.7.1<td>一支部<br>（机关）"
                + "<tr style='display:none'><td>=cmd</td></table></body></html>";
        byte[] bytes = page.getBytes(charset.equals("utf-8") ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
        Sheet sheet = only(bytes);
        assertThat(Books.texts(sheet))
                .containsExactly(
                        List.of("党员名册", "党员名册", "党员名册"),
                        List.of("姓名", "党内信息", "党内信息"),
                        List.of("姓名", "入党时间", "支部"),
                        List.of("王 五", "2001.7.1", "一支部\n（机关）"),
                        List.of("=cmd"));
        assertThat(sheet.rows().getLast().hidden()).isTrue();
        assertThat(sheet.rows().get(2).cell(0).merged()).isTrue();
    }

    @Test
    void a_listener_may_cancel_and_its_failures_stay_its_own() throws IOException {
        byte[] file = Books.xlsx(WorkbooksTests::people);
        assertThatThrownBy(() -> Workbooks.read(file, "a.xlsx", ReadLimits.forRosters(), (permille, rows) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> Workbooks.stream(file, ReadLimits.forRosters(), Progress.UNWATCHED, new RowConsumer() {
                    @Override
                    public void sheet(SheetHead head) {
                        throw new IllegalStateException("mine");
                    }

                    @Override
                    public void row(org.yijitong.document.Row row) {
                        throw new AssertionError("no sheet was taken");
                    }
                }))
                .hasMessage("mine");
    }

    @Test
    @Tag("long")
    void fifty_thousand_rows_are_read_and_marked_within_half_of_the_promised_heap() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeWorkbook.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("50001 rows");
    }
}

package org.yijitong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yijitong.document.Cell.Kind;
import org.yijitong.document.WorkbookWriter.Column;

/** What is written comes back the same, and never as a formula. */
class WorkbookWriterTests {

    private static final List<String> HOSTILE = List.of(
            "=1+1",
            "+86 138",
            "-5",
            "@SUM(A1)",
            "\tx",
            "'=quoted",
            "＝1+1",
            "'＠SUM(A1)",
            "\n=1+1",
            "'plain",
            "''",
            "𠮷䶮",
            "a\u0000b",
            "甲\n乙",
            "_x000D_");

    private static final List<String> WITHOUT_NUL =
            HOSTILE.stream().map(text -> text.replace("\u0000", "")).toList();

    private static byte[] write(boolean xlsx) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter writer = xlsx ? WorkbookWriter.xlsx(out) : WorkbookWriter.csv(out)) {
            writer.sheet("名/册", List.of(Column.of("姓名", 12), Column.digits("身份证号", 20), Column.of("入党日期", 12)));
            writer.row(Arrays.asList(
                    "阿卜杜拉·买买提", "440106198407011234", LocalDate.of(2001, 7, 1), null, 12, new BigDecimal("1.50")));
            for (String text : HOSTILE) {
                writer.row(List.of(text));
            }
        }
        return out.toByteArray();
    }

    private static Sheet read(byte[] file) {
        return Workbooks.read(file, "a", ReadLimits.forRosters(), Progress.UNWATCHED)
                .sheets()
                .getFirst();
    }

    @Test
    void an_xlsx_comes_back_the_same() throws IOException {
        Sheet sheet = read(write(true));
        assertThat(sheet.head().name()).isEqualTo("名 册");
        assertThat(sheet.rows().getFirst().cells()).extracting(Cell::text).containsExactly("姓名", "身份证号", "入党日期");
        var cells = sheet.rows().get(1).cells();
        assertThat(cells)
                .extracting(Cell::text)
                .containsExactly("阿卜杜拉·买买提", "440106198407011234", "2001-07-01", "", "12", "1.5");
        assertThat(cells)
                .extracting(Cell::kind)
                .containsExactly(Kind.TEXT, Kind.TEXT, Kind.DATE, Kind.BLANK, Kind.NUMBER, Kind.NUMBER);
        assertThat(sheet.rows().subList(2, sheet.rows().size()))
                .extracting(row -> row.cell(0).text())
                .containsExactlyElementsOf(WITHOUT_NUL);
    }

    @Test
    void text_in_an_xlsx_is_text_to_the_spreadsheet_too() throws IOException {
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(write(true)))) {
            var sheet = book.getSheetAt(0);
            for (int i = 2; i < 6; i++) {
                assertThat(sheet.getRow(i).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            }
            assertThat(sheet.getRow(1).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
        }
    }

    @Test
    void a_csv_comes_back_the_same_and_computes_nothing() throws IOException {
        byte[] file = write(false);
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeff姓名,身份证号").contains("\r\n'=1+1\r\n").contains("\r\n'@SUM(A1)\r\n");
        assertThat(read(file).rows().stream().skip(2).map(row -> row.cell(0).text()))
                .containsExactlyElementsOf(WITHOUT_NUL);
    }

    @Test
    void sheet_names_that_excel_refuses_are_mended() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter writer = WorkbookWriter.xlsx(out)) {
            for (String name : List.of("第一党支部", "第一党支部", "[x]:*?/\\", "", "长".repeat(40))) {
                writer.sheet(name, List.of(Column.of("a", 3)));
            }
        }
        var sheets = Workbooks.read(out.toByteArray(), "a", ReadLimits.forRosters(), Progress.UNWATCHED)
                .sheets();
        assertThat(sheets)
                .extracting(each -> each.head().name())
                .containsExactly("第一党支部", "第一党支部 2", "x", "Sheet", "长".repeat(31));
    }

    enum Source {
        XLSX,
        XLS,
        CSV,
        HTML
    }

    private static byte[] original(Source source) throws IOException {
        return switch (source) {
            case XLSX -> Books.xlsx(book -> Books.row(book.createSheet("甲"), 2, "张三", 5, "2001.13.1"));
            case XLS -> Books.xls(book -> Books.row(book.createSheet("甲"), 2, "张三", 5, "2001.13.1"));
            case CSV -> Books.utf8("\n张三,5,2001.13.1");
            case HTML -> Books.utf8("<table><tr><td></tr><tr><td>张三<td>5<td>2001.13.1</tr></table>");
        };
    }

    @ParameterizedTest
    @EnumSource
    void a_marked_workbook_keeps_its_cells_and_says_what_is_wrong(Source source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Format format = MarkedWorkbook.write(
                original(source), List.of(new Mark(0, 2, 2, "没有 13 月")), ReadLimits.forRosters(), out);
        assertThat(format).isEqualTo(source == Source.XLS ? Format.XLS : Format.XLSX);
        assertThat(Books.texts(read(out.toByteArray()))).containsExactly(List.of("张三", "5", "2001.13.1"));
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(out.toByteArray()))) {
            var cell = book.getSheetAt(0).getRow(1).getCell(2);
            assertThat(cell.getCellComment().getString().getString()).isEqualTo("没有 13 月");
            assertThat(cell.getCellStyle().getFillForegroundColorColor()).isNotNull();
        }
    }
}

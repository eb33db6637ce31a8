package org.yijitong.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.yijitong.Mutations;
import org.yijitong.document.WorkbookWriter.Column;
import org.yijitong.shared.Invalid;

/**
 * Whatever bytes come as a workbook, a template or an attachment are read or refused in a sentence; whatever text goes into
 * a calendar is text in it. Without {@code JAZZER_FUZZ} the fuzz tests run on what was found earlier, kept beside them.
 */
class FuzzedFilesTests {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String DOCUMENT = "word/document.xml";
    private static final List<String> CALENDAR = List.of(
            ("BEGIN:VCALENDAR PRODID VERSION NAME X-WR-CALNAME REFRESH-INTERVAL BEGIN:VEVENT UID DTSTAMP DTSTART SUMMARY"
                            + " DESCRIPTION LOCATION URL TRANSP END:VEVENT END:VCALENDAR")
                    .split(" ", -1));
    private static final byte[] TEMPLATE = template();
    private static final int MANY = 1000;
    private static final int SOME = 150;

    private static byte[] workbook(boolean xlsx) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter writer = xlsx ? WorkbookWriter.xlsx(out) : WorkbookWriter.csv(out)) {
            writer.sheet("名册", List.of(Column.of("姓名", 12), Column.digits("身份证号", 20), Column.of("备注", 12)));
            writer.row(List.of("林若川", "990104198003070017", "=1+1"));
            writer.row(List.of("沈南乔", 12, LocalDate.of(2012, 7, 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] template() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("时间：{{日期}}，地点：{{地点}}。");
            document.createTable(2, 2).getRow(1).getCell(0).setText("{{题目}}");
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @FuzzTest(maxDuration = "10m")
    void aWorkbookIsReadOrRefused(byte[] file) {
        try {
            Workbook read = Workbooks.read(file, "花名册.xlsx", ReadLimits.forRosters(), Progress.UNWATCHED);
            assertThat(read.sheets()).isNotNull();
        } catch (UnreadableWorkbook refused) {
            assertThat(refused.messageKey()).isNotEmpty();
        }
    }

    @FuzzTest(maxDuration = "10m")
    void aSheetOfAWorkbookIsReadOrRefused(byte[] sheet) {
        aWorkbookIsReadOrRefused(Mutations.with(workbook(true), SHEET, sheet));
    }

    @FuzzTest(maxDuration = "10m")
    void aTemplateIsFilledOrRefused(byte[] body) {
        filledOrRefused(Mutations.with(TEMPLATE, DOCUMENT, body));
    }

    @FuzzTest(maxDuration = "5m")
    void anAttachmentIsOfAKindOrOfNone(byte[] file) {
        assertThat(AttachmentKinds.of(file)).isNotNull();
    }

    @FuzzTest(maxDuration = "5m")
    void aTextInACalendarIsText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String file = new String(
                CalendarFile.write(
                        text,
                        Instant.EPOCH,
                        List.of(new CalendarFile.Event(
                                "a", Instant.EPOCH, null, text, text, text, URI.create("https://example.org/a")))),
                StandardCharsets.UTF_8);
        List<String> lines = Stream.of(file.split("\r\n", -1))
                .filter(line -> !line.startsWith(" ") && !line.isEmpty())
                .map(line -> line.startsWith("BEGIN:") || line.startsWith("END:")
                        ? line
                        : line.replaceFirst("(?s)[:;].*", ""))
                .toList();
        assertThat(lines).as("%s", file).isSubsetOf(CALENDAR).doesNotHaveDuplicates();
    }

    private static void filledOrRefused(byte[] file) {
        try {
            DocxTemplate read = DocxTemplate.tried(file);
            assertThat(read.names()).isNotNull();
            assertThat(read.boxedNames()).isNotNull();
            assertThat(read.fill(Map.of("日期", "3月5日"), List.of(Map.of("题目", "<w:p>"))))
                    .isNotEmpty();
        } catch (Invalid refused) {
            assertThat(refused.faults()).containsOnlyKeys("file");
        }
    }

    @Test
    void changedFilesAreReadOrRefused() throws IOException {
        int files = Mutations.of(workbook(false), MANY, this::aWorkbookIsReadOrRefused);
        files += Mutations.of(workbook(true), MANY, this::aWorkbookIsReadOrRefused);
        files += Mutations.of(Mutations.part(workbook(true), SHEET), MANY, this::aSheetOfAWorkbookIsReadOrRefused);
        files += Mutations.of(old(), MANY, this::aWorkbookIsReadOrRefused);
        files += Mutations.of("<table><tr><td>姓名<td colspan=2>林若川</table>", MANY, this::aWorkbookIsReadOrRefused);
        files += Mutations.of(TEMPLATE, SOME, FuzzedFilesTests::filledOrRefused);
        files += Mutations.of(Mutations.part(TEMPLATE, DOCUMENT), SOME, this::aTemplateIsFilledOrRefused);
        files += Mutations.of(workbook(true), SOME, this::anAttachmentIsOfAKindOrOfNone);
        files += Mutations.of("主题党日\r\nEND:VEVENT\r\nBEGIN:VALARM", SOME, this::aTextInACalendarIsText);
        System.out.println("changed files: " + files + ", each read or refused");
    }

    private static byte[] old() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("名册").createRow(0).createCell(0).setCellValue("姓名");
            book.getSheetAt(0).createRow(1).createCell(0).setCellValue("林若川");
            book.write(out);
        }
        return out.toByteArray();
    }
}

package org.yijitong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** What cannot be read is refused for its own reason, soon, and without eating the memory. */
@Timeout(20)
class UnreadableWorkbookTests {

    private static final ReadLimits SMALL = new ReadLimits(8 << 20, 40 << 20, 200, 100, 3, 50, 20, 5_000, 100);

    private static @Nullable Reason refusal(byte[] file) {
        try {
            Workbooks.read(file, "名册.xlsx", SMALL, Progress.UNWATCHED);
            return null;
        } catch (UnreadableWorkbook e) {
            return e.reason();
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[64];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] book(int rows) throws IOException {
        return Books.xlsx(book -> {
            var sheet = book.createSheet("表");
            for (int i = 1; i <= rows; i++) {
                Books.row(sheet, i, "甲", i);
            }
        });
    }

    @Test
    void an_empty_file() {
        assertThat(refusal(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(refusal(Books.utf8("\ufeff \r\n\t"))).isEqualTo(Reason.EMPTY);
    }

    @Test
    void a_file_too_large() {
        assertThat(refusal(new byte[9 << 20])).isEqualTo(Reason.FILE_TOO_LARGE);
    }

    @Test
    void a_password_on_xlsx() throws Exception {
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("x");
            try (var out = encryptor.getDataStream(system)) {
                out.write(book(2));
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            system.writeFilesystem(file);
            assertThat(refusal(file.toByteArray())).isEqualTo(Reason.PASSWORD);
        }
    }

    @Test
    void a_password_on_xls() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("x");
        byte[] file;
        try {
            file = Books.xls(book -> Books.row(book.createSheet(), 1, "甲"));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(refusal(file)).isEqualTo(Reason.PASSWORD);
    }

    @Test
    void files_cut_short_anywhere() throws IOException {
        byte[] xlsx = book(20);
        byte[] xls = Books.xls(book -> Books.row(book.createSheet(), 1, "甲", "乙"));
        for (int tenth = 1; tenth < 10; tenth++) {
            assertThat(refusal(Arrays.copyOf(xlsx, xlsx.length * tenth / 10))).isEqualTo(Reason.DAMAGED);
        }
        assertThat(refusal(Arrays.copyOf(xls, xls.length / 2))).isEqualTo(Reason.DAMAGED);
        assertThat(refusal(Arrays.copyOf(xls, 600))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void things_that_are_no_workbook_are_named() throws IOException {
        Map<Reason, List<byte[]>> brought = new LinkedHashMap<>();
        brought.put(Reason.IS_PDF, List.of(Books.utf8("%PDF-1.7\n1 0 obj")));
        brought.put(
                Reason.IS_IMAGE,
                List.of(bytes(0x89, 'P', 'N', 'G'), bytes(0xff, 0xd8, 0xff, 0xe0), bytes('B', 'M', 1)));
        brought.put(Reason.IS_PROGRAM, List.of(bytes('M', 'Z', 0x90)));
        brought.put(Reason.IS_ARCHIVE, List.of(bytes('R', 'a', 'r', '!'), Books.zip(Map.of("a.txt", bytes(1)))));
        brought.put(
                Reason.IS_WORD, List.of(Books.zip(Map.of("word/document.xml", bytes(1))), Books.utf8("{\\rtf1 x}")));
        brought.put(Reason.IS_SLIDES, List.of(Books.zip(Map.of("ppt/presentation.xml", bytes(1)))));
        brought.put(Reason.IS_OFD, List.of(Books.zip(Map.of("OFD.xml", bytes(1)))));
        brought.put(Reason.IS_UNKNOWN, List.of(bytes(1, 2, 3), Books.utf8("<svg xmlns='a'/>")));
        brought.put(Reason.NO_TABLE, List.of(Books.utf8("<html><body>请登录</body></html>")));
        brought.put(
                Reason.UNSUPPORTED_ODS,
                List.of(Books.zip(Map.of("mimetype", Books.utf8("application/vnd.oasis.opendocument.spreadsheet")))));
        brought.put(Reason.UNSUPPORTED_XLSB, List.of(Books.zip(Map.of("xl/workbook.bin", bytes(1)))));
        brought.put(Reason.UNSUPPORTED_OLD_XLS, List.of(bytes(9, 0, 4, 0)));
        brought.put(Reason.UNSUPPORTED_MHT, List.of(Books.utf8("MIME-Version: 1.0\nX-Document-Type: Workbook")));
        brought.put(
                Reason.UNSUPPORTED_XML,
                List.of(Books.utf8(
                        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")));
        brought.forEach((reason, files) ->
                files.forEach(file -> assertThat(refusal(file)).isEqualTo(reason)));
    }

    @Test
    void an_old_word_file_is_named() throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            system.createDocument(new java.io.ByteArrayInputStream(bytes(1)), "WordDocument");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            system.writeFilesystem(out);
            assertThat(refusal(out.toByteArray())).isEqualTo(Reason.IS_WORD);
        }
    }

    @Test
    void a_sheet_that_expands_beyond_measure() throws IOException {
        String rows = "<row r=\"1\"/>".repeat(3_000_000);
        assertThat(refusal(Books.zip(Books.parts(Books.sheet(rows))))).isEqualTo(Reason.EXPANDS);
    }

    @Test
    void a_sheet_packed_suspiciously_well() throws IOException {
        String blanks = " ".repeat(20 << 20);
        assertThat(refusal(Books.zip(Books.parts(Books.sheet(blanks))))).isEqualTo(Reason.EXPANDS);
    }

    @Test
    void entities_and_document_types() throws IOException {
        String bomb = "<!DOCTYPE a [<!ENTITY b \"" + "x".repeat(1000) + "\"><!ENTITY c \"" + "&b;".repeat(1000)
                + "\">]>" + Books.sheet("<row r=\"1\"><c t=\"inlineStr\"><is><t>&c;</t></is></c></row>");
        String outside = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">" + Books.sheet("");
        assertThat(refusal(Books.zip(Books.parts(bomb)))).isEqualTo(Reason.DOCUMENT_TYPE);
        assertThat(refusal(Books.zip(Books.parts(outside)))).isEqualTo(Reason.DOCUMENT_TYPE);
    }

    @Test
    void too_much_of_anything() throws IOException {
        Map<String, byte[]> crowd = Books.parts(Books.sheet(""));
        for (int i = 0; i < 200; i++) {
            crowd.put("xl/media/" + i, new byte[0]);
        }
        assertThat(refusal(Books.zip(crowd))).isEqualTo(Reason.TOO_MANY_PARTS);
        assertThat(refusal(book(51))).isEqualTo(Reason.TOO_MANY_ROWS);
        assertThat(refusal(book(50))).isNull();
        assertThat(refusal(Books.utf8("甲\n".repeat(51)))).isEqualTo(Reason.TOO_MANY_ROWS);
        assertThat(refusal(Books.utf8("甲,".repeat(20) + "乙"))).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(refusal(Books.utf8("甲" + ",".repeat(900)))).isNull();
        assertThat(refusal(Books.utf8("甲,".repeat(6000)))).isEqualTo(Reason.TOO_MANY_COLUMNS);
        assertThat(refusal(Books.utf8((",".repeat(1999) + "\n").repeat(4)))).isEqualTo(Reason.TOO_MANY_CELLS);
        assertThat(refusal(Books.utf8("甲".repeat(101)))).isEqualTo(Reason.CELL_TOO_LONG);
        assertThat(refusal(Books.xls(book -> {
                    for (int i = 0; i < 4; i++) {
                        Books.row(book.createSheet(), 1, "甲");
                    }
                })))
                .isEqualTo(Reason.TOO_MANY_SHEETS);
        assertThat(refusal(Books.utf8("甲,乙\n\"丙,丁\n戊"))).isEqualTo(Reason.QUOTE_NOT_CLOSED);
    }

    @Test
    void pages_made_to_fill_the_memory() {
        assertThat(refusal(Books.utf8("<table>" + "<p>".repeat(2_000_000) + "</table>")))
                .isEqualTo(Reason.TOO_MANY_CELLS);
        assertThat(refusal(Books.utf8("<table><tr>" + "<td>".repeat(1_900_000))))
                .isEqualTo(Reason.TOO_MANY_CELLS);
        assertThat(refusal(Books.utf8("<table>" + "<tr>".repeat(1_900_000)))).isEqualTo(Reason.TOO_MANY_CELLS);
        assertThat(refusal(Books.utf8("<table><tr><td>" + " ".repeat(3_000_000) + "x</table>")))
                .isNull();
        assertThat(refusal(Books.utf8("<table><tr><td>" + "<b>".repeat(50_000) + "x</table>")))
                .isNull();
        assertThat(refusal(Books.utf8("<table><tr><td rowspan=60000 colspan=999>甲</table>")))
                .isNull();
    }

    @Test
    void a_merged_area_over_the_whole_sheet_does_no_harm() throws IOException {
        String sheet = Books.sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                .replace("</worksheet>", "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>");
        Workbook book = Workbooks.read(Books.zip(Books.parts(sheet)), "a.xlsx", SMALL, Progress.UNWATCHED);
        assertThat(book.sheets().getFirst().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).hasSize(20));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_file_with_flipped_bytes_is_read_or_refused_but_never_fails(long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> originals = List.of(book(10), Books.xls(book -> Books.row(book.createSheet(), 1, "甲", 2, "丙")));
        for (int i = 0; i < 300; i++) {
            byte[] file = originals.get(i % 2).clone();
            for (int flips = random.nextInt(1, 20); flips > 0; flips--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            assertThatCode(() -> refusal(file)).as("seed %d, round %d", seed, i).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_refusal_has_its_sentence_in_three_languages(Reason reason) throws IOException {
        String key = new UnreadableWorkbook(reason).messageKey();
        for (String language : List.of("", "_en", "_zh_Hant")) {
            Properties bundle = new Properties();
            try (var in = getClass().getResourceAsStream("/messages/document" + language + ".properties")) {
                bundle.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
            }
            assertThat(bundle.getProperty(key)).as(key + language).isNotBlank();
        }
    }
}

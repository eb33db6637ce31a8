package org.yijitong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.yijitong.shared.Invalid;

/** Templates filled in, however Word cut them up; and those that could do harm refused. */
class DocxTemplateTests {
    private static final String BODY = """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>%s</w:body></w:document>
            """;

    private static byte[] made(XWPFDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.write(bytes);
        return bytes.toByteArray();
    }

    static String text(byte[] docx) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor
                    .getText()
                    .lines()
                    .filter(line -> !line.startsWith("—"))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String filled(byte[] template, Map<String, String> values) throws IOException {
        return text(DocxTemplate.of(template).fill(values, List.of()));
    }

    @Test
    void aNameIsFoundThoughItIsCutIntoRuns() throws IOException {
        XWPFDocument document = new XWPFDocument();
        XWPFParagraph paragraph = document.createParagraph();
        for (String piece : List.of("时间：{", "{日", "期}", "}，地点：{{ 地点 }}。")) {
            paragraph.createRun().setText(piece);
        }
        byte[] template = made(document);
        assertThat(DocxTemplate.of(template).names()).containsExactly("地点", "日期");
        assertThat(filled(template, Map.of("日期", "2026-11-27", "地点", "三楼{{日期}}"))
                        .strip())
                .isEqualTo("时间：2026-11-27，地点：三楼{{日期}}。");
    }

    /** As Word writes them: a text box twice, a control around words, around a paragraph, in a header. */
    @Test
    void namesInTextBoxesAndContentControlsAreFilledIn() throws IOException {
        String run = "<w:r><w:t>%s</w:t></w:r>";
        String box = "<w:txbxContent><w:p>" + run.formatted("收件：{{主") + run.formatted("送}}") + "</w:p></w:txbxContent>";
        byte[] template = withBody(
                """
                <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData
                uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>%1$s</wps:txbx>
                </wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>
                <v:textbox>%1$s</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
                <w:p>%2$s<w:sdt><w:sdtContent>%3$s</w:sdtContent></w:sdt></w:p>
                <w:sdt><w:sdtContent><w:p>%4$s</w:p></w:sdtContent></w:sdt>
                """.formatted(box, run.formatted("日期："), run.formatted("{{日期}}"), run.formatted("{{记录}}，{{地点}}")));
        DocxTemplate read = DocxTemplate.of(template);
        assertThat(read.names()).containsExactly("主送", "地点", "日期", "记录");
        assertThat(read.boxedNames()).isEqualTo(read.names());
        Map<String, String> values = Map.of("主送", "机关党委", "日期", "2026-11-28", "记录", "一\n二{{日期}}", "地点", "三楼");
        String made = body(read.fill(values, List.of()));
        assertThat(made.split("收件：机关党委", -1)).hasSize(3);
        assertThat(made)
                .containsSubsequence("日期：", "2026-11-28", "一</w:t><w:br/><w:t", "二{{日期}}，三楼")
                .doesNotContain("{{主", "送}}", "{{地点}}");
    }

    private static String body(byte[] docx) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    private static byte[] withBody(String body) throws IOException {
        byte[] plain = OfficialPaper.begin().bytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(plain));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals("word/document.xml")
                                ? BODY.replace("%s", body).getBytes(StandardCharsets.UTF_8)
                                : zip.readAllBytes());
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void everyLineOfAFieldAloneIsAParagraphAndBreaksElsewhere() throws IOException {
        byte[] template =
                OfficialPaper.begin().text("{{记录}}").text("议定：{{议定事项}}").bytes();
        byte[] made = DocxTemplate.of(template).fill(Map.of("记录", "第一段\n第二段\n第三段", "议定事项", "一\n二"), List.of());
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(made))) {
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                    .containsExactly("第一段", "第二段", "第三段", "议定：一\n二");
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getStyle))
                    .containsOnly("OfficialText");
        }
    }

    @Test
    void whatIsEmptyLeavesNoGap() throws IOException {
        byte[] template = OfficialPaper.begin()
                .title("{{组织}}会议记录")
                .text("列席：{{列席}}")
                .heading("议程")
                .text("{{议程}}")
                .heading("记录")
                .text("{{记录}}")
                .bytes();
        assertThat(filled(template, Map.of("组织", "第三党支部", "列席", "", "议程", "", "记录", "讨论了工作。"))
                        .lines())
                .containsExactly("第三党支部会议记录", "记录", "讨论了工作。");
    }

    @Test
    void aRowIsRepeatedForEachEntryOfTheList() throws IOException {
        byte[] template = OfficialPaper.begin()
                .title("{{组织}}台账")
                .table(List.of("序号", "主题"), List.of("{{序号}}", "{{主题}}（{{组织}}）"), List.of(3, 12))
                .bytes();
        List<Map<String, String>> rows = List.of(Map.of("序号", "1", "主题", "学习全会精神"), Map.of("序号", "2", "主题", "讨论发展对象"));
        assertThat(text(DocxTemplate.of(template).fill(Map.of("组织", "三支部"), rows))
                        .lines())
                .containsExactly("三支部台账", "序号\t主题", "1\t学习全会精神（三支部）", "2\t讨论发展对象（三支部）");
        assertThat(text(DocxTemplate.of(template).fill(Map.of("组织", "三支部"), List.of()))
                        .lines())
                .containsExactly("三支部台账", "序号\t主题");
    }

    /** The parts of a template changed one by one; a part that becomes empty text is left out. */
    private static byte[] changed(byte[] file, BiFunction<String, String, String> change, String... added)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                put(out, entry.getName(), change.apply(entry.getName(), part));
            }
            for (String name : added) {
                put(out, name, "x");
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, String part) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(part.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private static void refused(byte[] file, String key) {
        assertThatThrownBy(() -> DocxTemplate.of(file))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults().get("file"))
                                .extracting(Invalid.Fault::messageKey)
                                .isEqualTo(key));
    }

    @Test
    void whatCouldDoHarmIsRefused() throws IOException {
        byte[] good = OfficialPaper.begin().text("{{日期}}").bytes();
        DocxTemplate.of(good);
        refused(changed(good, (_, part) -> part, "word/vbaProject.bin"), "document.template.active");
        refused(changed(good, (_, part) -> part, "word/embeddings/oleObject1.bin"), "document.template.active");
        refused(
                changed(good, (_, part) -> part.replace("document.main+xml", "document.macroEnabled.main+xml")),
                "document.template.active");
        refused(
                changed(
                        good,
                        (name, part) -> name.endsWith("document.xml.rels")
                                ? part.replace(
                                        "</Relationships>",
                                        "<Relationship Id=\"x\" Type=\"t\" TargetMode=\"External\" Target=\"http://x/\"/></Relationships>")
                                : part),
                "document.template.outward");
        refused(
                changed(
                        good,
                        (name, part) -> name.equals("word/document.xml")
                                ? part.replaceFirst(
                                        "<w:p>|<w:p .*?>", "<w:p><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r>")
                                : part),
                "document.template.active");
        refused(
                changed(good, (name, part) -> name.endsWith("styles.xml") ? " ".repeat(30_000_000) : part),
                "document.template.large");
        refused("不是文档".getBytes(StandardCharsets.UTF_8), "document.template.kind");
        refused(new byte[0], "document.template.kind");
        refused(java.util.Arrays.copyOf(good, good.length / 2), "document.template.kind");
    }
}

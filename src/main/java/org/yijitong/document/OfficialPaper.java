package org.yijitong.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.springframework.core.io.ClassPathResource;

/** A .docx in the layout of official documents (公文格式, GB/T 9704-2012): page, lines, fonts, page numbers. */
public final class OfficialPaper {
    private static final String PARTS = "official-paper/";
    private static final List<String> NAMES = List.of(
            "[Content_Types].xml",
            "_rels/.rels",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/styles.xml",
            "word/settings.xml",
            "word/fontTable.xml",
            "word/footer1.xml",
            "word/footer2.xml");
    /** The width of the text, 156 mm, in twips. */
    private static final int WIDTH = 8844;

    /** Of 16 pt, in twips. */
    private static final int TWO_CHARACTERS = 640;

    private static final String DASHES = "┄".repeat(9);

    private static final byte[] BLANK = blank();

    private final XWPFDocument document;

    private OfficialPaper(XWPFDocument document) {
        this.document = document;
    }

    /** An empty one. */
    public static OfficialPaper begin() {
        try {
            return new OfficialPaper(new XWPFDocument(new ByteArrayInputStream(BLANK)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] blank() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : NAMES) {
                zip.putNextEntry(new ZipEntry(name));
                try (InputStream part = new ClassPathResource(PARTS + name).getInputStream()) {
                    part.transferTo(zip);
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The title, centred. */
    public OfficialPaper title(String text) {
        return paragraph("OfficialTitle", text);
    }

    /** A heading of the first level. */
    public OfficialPaper heading(String text) {
        return paragraph("OfficialHeading", text);
    }

    /** A paragraph of text, indented by two characters. */
    public OfficialPaper text(String text) {
        return paragraph("OfficialText", text);
    }

    /** Who signs, or when: at the right, two characters from the edge (GB/T 9704-2012, 7.3.5). */
    public OfficialPaper signature(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle("OfficialText");
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        paragraph.setIndentationRight(TWO_CHARACTERS);
        paragraph.createRun().setText(text);
        return this;
    }

    /** Where it is cut apart, across the page. */
    public OfficialPaper cut(String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle("OfficialText");
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setIndentationFirstLine(0);
        paragraph.createRun().setText(DASHES + text + DASHES);
        return this;
    }

    private OfficialPaper paragraph(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
        return this;
    }

    /**
     * A table over the whole width, its head repeated on every page.
     *
     * @param widths of the columns, in proportion to each other
     */
    public OfficialPaper table(List<String> head, List<String> row, List<Integer> widths) {
        XWPFTable table = document.createTable(2, head.size());
        table.setWidthType(TableWidthType.DXA);
        table.setWidth(WIDTH);
        int all = widths.stream().mapToInt(Integer::intValue).sum();
        fill(table.getRow(0), "OfficialHead", head, widths, all);
        fill(table.getRow(1), "OfficialCell", row, widths, all);
        table.getRow(0).setRepeatHeader(true);
        table.getRow(1).setCantSplitRow(true);
        return this;
    }

    private static void fill(XWPFTableRow row, String style, List<String> texts, List<Integer> widths, int all) {
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidthType(TableWidthType.DXA);
            cell.setWidth(Integer.toString(WIDTH * widths.get(i) / all));
            XWPFParagraph paragraph = cell.getParagraphArray(0);
            paragraph.setStyle(style);
            paragraph.createRun().setText(texts.get(i));
        }
    }

    /** The file. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (document) {
            document.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

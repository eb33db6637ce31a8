package org.yijitong.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.yijitong.shared.Invalid;

/**
 * A .docx with named fields, <code>{{日期}}</code>, to be filled in. A row of a table with a field of the list is
 * repeated for each entry; text boxes and content controls are filled in where they stand. A paragraph whose fields are all empty goes, and so does a heading with nothing left under it;
 * a field alone in its paragraph takes a paragraph for each line.
 */
public final class DocxTemplate {
    private final byte[] file;

    private DocxTemplate(byte[] file) {
        this.file = file;
    }

    /** @throws org.yijitong.shared.Invalid of the field {@code file} when it is no .docx, or more than one */
    public static DocxTemplate of(byte[] file) {
        TemplateCheck.check(file);
        return new DocxTemplate(file);
    }

    /**
     * One that somebody puts in, opened and filled once on trial: what its reader stumbles over now, it would stumble over
     * whenever a paper is made.
     *
     * @throws org.yijitong.shared.Invalid of the field {@code file}
     */
    public static DocxTemplate tried(byte[] file) {
        DocxTemplate template = of(file);
        try {
            template.fill(Map.of(), List.of());
        } catch (RuntimeException e) {
            throw new Invalid("file", "document.template.kind");
        }
        return template;
    }

    /** The names of all its fields, wherever they stand. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        try (XWPFDocument document = open()) {
            paragraphs(document).forEach(paragraph -> names.addAll(new FieldText(paragraph).names()));
            boxes(document).forEach(box -> names.addAll(box.names()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** Those of them that stand in text boxes and content controls, where no row is repeated. */
    public Set<String> boxedNames() {
        Set<String> names = new TreeSet<>();
        try (XWPFDocument document = open()) {
            boxes(document).forEach(box -> names.addAll(box.names()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /**
     * Fills it in.
     *
     * @param values by name; a name without a value is empty
     * @param list the entries of the list, each by name
     */
    public byte[] fill(Map<String, String> values, List<Map<String, String>> list) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = open()) {
            boxes(document).forEach(box -> box.fill(values));
            tables(document).forEach(table -> repeat(table, values, list));
            paragraphs(document).forEach(paragraph -> new FieldText(paragraph).fill(values));
            dropEmptyHeadings(document);
            document.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private XWPFDocument open() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file));
    }

    private static Stream<BoxedText> boxes(XWPFDocument document) {
        return Stream.of(
                        Stream.of(document.getDocument()),
                        document.getHeaderList().stream().map(XWPFHeader::_getHdrFtr),
                        document.getFooterList().stream().map(XWPFFooter::_getHdrFtr))
                .flatMap(each -> each)
                .flatMap(part -> BoxedText.of(part).stream());
    }

    private static Stream<XWPFTable> tables(XWPFDocument document) {
        return List.copyOf(document.getTables()).stream();
    }

    /** Those of the text, of tables one in another, of headers and footers. */
    private static Stream<XWPFParagraph> paragraphs(XWPFDocument document) {
        return Stream.of(
                        List.copyOf(document.getParagraphs()).stream(),
                        tables(document).flatMap(DocxTemplate::paragraphs),
                        document.getHeaderList().stream().flatMap(DocxTemplate::paragraphs),
                        document.getFooterList().stream().flatMap(DocxTemplate::paragraphs))
                .flatMap(each -> each);
    }

    private static Stream<XWPFParagraph> paragraphs(XWPFHeaderFooter part) {
        return Stream.concat(
                List.copyOf(part.getParagraphs()).stream(),
                part.getTables().stream().flatMap(DocxTemplate::paragraphs));
    }

    private static Stream<XWPFParagraph> paragraphs(XWPFTable table) {
        return table.getRows().stream().flatMap(DocxTemplate::paragraphs);
    }

    private static Stream<XWPFParagraph> paragraphs(XWPFTableRow row) {
        return row.getTableCells().stream()
                .flatMap(cell -> Stream.concat(
                        List.copyOf(cell.getParagraphs()).stream(),
                        cell.getTables().stream().flatMap(DocxTemplate::paragraphs)));
    }

    private static void repeat(XWPFTable table, Map<String, String> values, List<Map<String, String>> list) {
        for (int i = table.getNumberOfRows() - 1; i >= 0; i--) {
            XWPFTableRow row = table.getRow(i);
            boolean listed = paragraphs(row)
                    .flatMap(paragraph -> new FieldText(paragraph).names().stream())
                    .anyMatch(name -> !values.containsKey(name));
            if (listed) {
                repeat(table, i, values, list);
            }
        }
    }

    private static void repeat(XWPFTable table, int place, Map<String, String> values, List<Map<String, String>> list) {
        CTRow model = (CTRow) table.getRow(place).getCtRow().copy();
        table.removeRow(place);
        for (int i = 0; i < list.size(); i++) {
            XWPFTableRow row = new XWPFTableRow((CTRow) model.copy(), table);
            Map<String, String> both = new LinkedHashMap<>(values);
            both.putAll(list.get(i));
            paragraphs(row).forEach(paragraph -> new FieldText(paragraph).fill(both));
            table.addRow(row, place + i);
        }
    }

    private static void dropEmptyHeadings(XWPFDocument document) {
        List<IBodyElement> elements = new ArrayList<>(document.getBodyElements());
        for (int i = elements.size() - 1; i >= 0; i--) {
            boolean followed = i + 1 < elements.size() && !isHeading(elements.get(i + 1));
            if (isHeading(elements.get(i)) && !followed) {
                document.removeBodyElement(i);
                elements.remove(i);
            }
        }
    }

    private static boolean isHeading(IBodyElement element) {
        return element instanceof XWPFParagraph paragraph
                && paragraph.getCTP().isSetPPr()
                && paragraph.getStyle() != null
                && paragraph.getStyle().matches("(?i).*heading.*|[1-9]");
    }
}

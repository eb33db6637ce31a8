package org.yijitong.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks made for tests: by POI as people's programs would, and by hand as no program would. */
public final class Books {

    private Books() {}

    /** An .xlsx filled by a test. */
    public static byte[] xlsx(Consumer<Workbook> fill) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            fill.accept(book);
            return bytes(book);
        }
    }

    /** An .xls filled by a test. */
    public static byte[] xls(Consumer<Workbook> fill) throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            fill.accept(book);
            return bytes(book);
        }
    }

    static byte[] bytes(Workbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    /** Puts values into a row: text, numbers and booleans, null for no cell. */
    public static Row row(org.apache.poi.ss.usermodel.Sheet sheet, int number, Object... values) {
        Row row = sheet.createRow(number - 1);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Number n -> row.createCell(i).setCellValue(n.doubleValue());
                case Boolean b -> row.createCell(i).setCellValue(b);
                default -> row.createCell(i).setCellValue(values[i].toString());
            }
        }
        return row;
    }

    /** A cell style with a number format. */
    public static CellStyle format(Workbook book, String pattern) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(pattern));
        return style;
    }

    /** A zip of the given parts. */
    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** The parts of a smallest .xlsx with one sheet of the given XML. */
    static Map<String, byte[]> parts(String sheetXml) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", utf8("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
                Target="xl/workbook.xml"/></Relationships>"""));
        parts.put("xl/_rels/workbook.xml.rels", utf8("""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" \
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
                Target="/xl/worksheets/sheet1.xml"/></Relationships>"""));
        parts.put("xl/workbook.xml", utf8("""
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
                <sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>"""));
        parts.put("xl/worksheets/sheet1.xml", utf8(sheetXml));
        return parts;
    }

    /** A sheet part with the given content of sheetData. */
    static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The texts of a sheet, row by row. */
    public static List<List<String>> texts(Sheet sheet) {
        return sheet.rows().stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }
}

package org.yijitong.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** Marks cells in the person's own workbook through POI's object model, which keeps everything else. */
final class MarkInPlace {

    /** Size of a comment's box, in columns and rows. */
    private static final int BOX_COLUMNS = 3;

    private static final int BOX_ROWS = 4;

    private final Workbook workbook;
    private final CreationHelper creation;
    private final Map<Short, CellStyle> coloured = new HashMap<>();

    private MarkInPlace(Workbook workbook) {
        this.workbook = workbook;
        this.creation = workbook.getCreationHelper();
    }

    static void write(byte[] original, Format format, List<Mark> marks, OutputStream out) throws IOException {
        try (InputStream in = new ByteArrayInputStream(original);
                Workbook workbook = format == Format.XLS ? new HSSFWorkbook(in) : new XSSFWorkbook(in)) {
            MarkInPlace marking = new MarkInPlace(workbook);
            marks.forEach(marking::mark);
            workbook.write(out);
        } catch (EncryptedDocumentException e) {
            throw new UnreadableWorkbook(Reason.PASSWORD, e);
        }
    }

    private void mark(Mark mark) {
        Sheet sheet = workbook.getSheetAt(mark.sheet());
        Row row = sheet.getRow(mark.row() - 1);
        if (row == null) {
            row = sheet.createRow(mark.row() - 1);
        }
        Cell cell = row.getCell(mark.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        cell.setCellStyle(coloured.computeIfAbsent(cell.getCellStyle().getIndex(), this::colour));
        comment(sheet, cell, mark.message());
    }

    /** One new style for each style met, since a workbook holds only so many. */
    private CellStyle colour(short index) {
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(workbook.getCellStyleAt(index));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(IndexedColors.ROSE.getIndex());
        return style;
    }

    private void comment(Sheet sheet, Cell cell, String message) {
        Comment old = cell.getCellComment();
        if (old != null) {
            old.setString(creation.createRichTextString(
                    message + "\n" + old.getString().getString()));
            return;
        }
        ClientAnchor anchor = creation.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 1 + BOX_COLUMNS);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + BOX_ROWS);
        Comment comment = (sheet.getDrawingPatriarch() == null
                        ? sheet.createDrawingPatriarch()
                        : sheet.getDrawingPatriarch())
                .createCellComment(anchor);
        comment.setString(creation.createRichTextString(message));
        cell.setCellComment(comment);
    }
}

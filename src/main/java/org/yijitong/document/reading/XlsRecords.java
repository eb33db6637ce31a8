package org.yijitong.document.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BlankRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.Cell;
import org.yijitong.document.Cell.Kind;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.SheetHead;
import org.yijitong.document.reading.MergedAreas.Area;

/** Second pass over an .xls: turns its records into sheets, rows and cells. Embedded charts are passed over. */
final class XlsRecords implements HSSFListener {

    private final List<List<Area>> merges;
    private final ReadLimits limits;
    private final RowSink sink;
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final java.util.Map<Integer, NumberFormat> known = new java.util.HashMap<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private @Nullable FormatTrackingHSSFListener formats;
    private @Nullable SSTRecord strings;
    private @Nullable FormulaRecord waitingForText;
    private List<BoundSheetRecord> inFileOrder = List.of();
    private boolean from1904;
    private boolean headPending;
    private boolean inSheet;
    private int depth;
    private int substream = -1;
    private int row = -1;

    XlsRecords(List<List<Area>> merges, ReadLimits limits, RowSink sink) {
        this.merges = merges;
        this.limits = limits;
        this.sink = sink;
    }

    /** Knows the cells' formats; it wraps this listener, hence comes later. */
    void formats(FormatTrackingHSSFListener listener) {
        formats = listener;
    }

    @Override
    public void processRecord(Record each) {
        switch (each) {
            case BOFRecord begin -> begin(begin);
            case EOFRecord end -> end();
            case BoundSheetRecord sheet -> bound.add(sheet);
            case SSTRecord sst -> strings = sst;
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            default -> {
                if (inSheet && depth == 1) {
                    inSheet(each);
                }
            }
        }
    }

    private void begin(BOFRecord begin) {
        if (depth++ > 0) {
            return;
        }
        substream++;
        inSheet = begin.getType() == BOFRecord.TYPE_WORKSHEET;
        headPending = inSheet;
        if (inFileOrder.isEmpty()) {
            inFileOrder = List.of(BoundSheetRecord.orderByBofPosition(bound));
        }
    }

    private void end() {
        if (--depth == 0 && inSheet) {
            head();
            endRow();
            hiddenColumns.clear();
            hiddenRows.clear();
            inSheet = false;
        }
    }

    private void inSheet(Record each) {
        switch (each) {
            case ColumnInfoRecord columns -> hide(columns);
            case RowRecord info -> {
                if (info.getZeroHeight()) {
                    hiddenRows.add(info.getRowNumber());
                }
            }
            case StringRecord text -> {
                if (waitingForText != null) {
                    put(waitingForText, Cell.text(text.getString()));
                }
            }
            case BlankRecord blank -> sink.countCell();
            case CellValueRecordInterface value -> value(value);
            default -> {
                // looks, print settings and drawings
            }
        }
    }

    private void hide(ColumnInfoRecord columns) {
        int last = Math.min(columns.getLastColumn(), limits.columns() - 1);
        for (int column = columns.getFirstColumn(); columns.getHidden() && column <= last; column++) {
            hiddenColumns.add(column);
        }
    }

    private void value(CellValueRecordInterface value) {
        sink.countCell();
        waitingForText = null;
        switch (value) {
            case LabelSSTRecord label -> {
                if (strings != null) {
                    put(label, Cell.text(strings.getString(label.getSSTIndex()).getString()));
                }
            }
            case LabelRecord label -> put(label, Cell.text(label.getValue()));
            case NumberRecord number -> put(number, number(number, number.getValue()));
            case BoolErrRecord flag ->
                put(flag, flag.isBoolean() ? bool(flag.getBooleanValue()) : error(flag.getErrorValue()));
            case FormulaRecord formula -> formula(formula);
            default -> {
                // a kind of cell that holds no value
            }
        }
    }

    private void formula(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            waitingForText = formula;
            return;
        }
        CellType type = formula.getCachedResultTypeEnum();
        if (type == CellType.BOOLEAN) {
            put(formula, bool(formula.getCachedBooleanValue()));
        } else if (type == CellType.ERROR) {
            put(formula, error((byte) formula.getCachedErrorValue()));
        } else {
            put(formula, number(formula, formula.getValue()));
        }
    }

    private static Cell bool(boolean value) {
        return new Cell(Kind.BOOLEAN, value ? "TRUE" : "FALSE", null, false);
    }

    private static Cell error(byte code) {
        return new Cell(Kind.ERROR, FormulaError.forInt(code).getString(), null, false);
    }

    private Cell number(CellValueRecordInterface cell, double value) {
        if (formats == null) {
            return NumberFormat.GENERAL.cell(Double.toString(value), from1904);
        }
        FormatTrackingHSSFListener tracking = formats;
        int index = tracking.getFormatIndex(cell);
        NumberFormat format = known.computeIfAbsent(
                index, each -> NumberFormat.of(each, each < 164 && each >= 27 ? null : tracking.getFormatString(cell)));
        return format.cell(Double.toString(value), from1904);
    }

    private void put(CellValueRecordInterface place, Cell cell) {
        head();
        if (place.getRow() != row) {
            endRow();
            row = place.getRow();
        }
        sink.cell(row + 1, place.getColumn(), cell);
    }

    private void endRow() {
        if (row >= 0) {
            sink.reached((substream - 1) * 65_536L + row, inFileOrder.size() * 65_536L);
            sink.endRow(row + 1, hiddenRows.contains(row));
        }
        row = -1;
    }

    private void head() {
        if (!headPending) {
            return;
        }
        headPending = false;
        int order = substream - 1;
        BoundSheetRecord sheet = order >= 0 && order < inFileOrder.size() ? inFileOrder.get(order) : null;
        List<Area> areas = substream < merges.size() ? merges.get(substream) : List.of();
        sink.sheet(
                new SheetHead(
                        sheet == null ? order : bound.indexOf(sheet),
                        sheet == null ? "" : sheet.getSheetname(),
                        sheet != null && (sheet.isHidden() || sheet.isVeryHidden()),
                        from1904,
                        hiddenColumns),
                new MergedAreas(areas));
    }
}

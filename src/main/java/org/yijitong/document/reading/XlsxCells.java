package org.yijitong.document.reading;

import java.util.List;
import org.xml.sax.Attributes;
import org.yijitong.document.Cell;
import org.yijitong.document.Cell.Kind;

/** Second pass over an .xlsx sheet: its rows and cells. A formula gives its last computed value. */
final class XlsxCells extends Xml.Elements {

    private final List<String> strings;
    private final List<NumberFormat> formats;
    private final boolean from1904;
    private final RowSink sink;
    private final Runnable rowDone;
    private final StringBuilder value = new StringBuilder();
    private boolean inValue;
    private int phonetic;
    private int row;
    private boolean rowHidden;
    private int column = -1;
    private String type = "n";
    private int style;

    XlsxCells(List<String> strings, List<NumberFormat> formats, boolean from1904, RowSink sink, Runnable rowDone) {
        this.strings = strings;
        this.formats = formats;
        this.from1904 = from1904;
        this.sink = sink;
        this.rowDone = rowDone;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        switch (name) {
            case "row" -> {
                row = number(attributes, "r", row + 1);
                rowHidden = flag(attributes, "hidden");
                column = -1;
            }
            case "c" -> startCell(attributes);
            case "v", "t" -> inValue = phonetic == 0;
            case "rPh" -> phonetic++;
            default -> {
                // formulas, hyperlinks and looks do not change what a cell says
            }
        }
    }

    private void startCell(Attributes attributes) {
        sink.countCell();
        String reference = attribute(attributes, "r");
        column = reference == null ? column + 1 : Numbers.column(reference);
        String given = attribute(attributes, "t");
        type = given == null ? "n" : given;
        style = number(attributes, "s", 0);
        value.setLength(0);
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (inValue) {
            value.append(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        switch (name) {
            case "v", "t" -> inValue = false;
            case "rPh" -> phonetic--;
            case "c" -> {
                if (!value.isEmpty() && column >= 0) {
                    sink.cell(row, column, cell(value.toString()));
                }
            }
            case "row" -> {
                rowDone.run();
                sink.endRow(row, rowHidden);
            }
            default -> {
                // nothing ends here that matters
            }
        }
    }

    private Cell cell(String stored) {
        return switch (type) {
            case "s" -> Cell.text(strings.get(Numbers.wholeNumber(stored)));
            case "str", "inlineStr" -> Cell.text(XlsxStrings.unescape(stored));
            case "b" -> new Cell(Kind.BOOLEAN, stored.strip().equals("0") ? "FALSE" : "TRUE", null, false);
            case "e" -> new Cell(Kind.ERROR, stored, null, false);
            case "d" -> new Cell(Kind.DATE, isoDate(stored), null, false);
            default -> format().cell(stored, from1904);
        };
    }

    private NumberFormat format() {
        return style < formats.size() ? formats.get(style) : NumberFormat.GENERAL;
    }

    /** Strict workbooks may write dates as ISO 8601; midnight is no time. */
    private static String isoDate(String stored) {
        String text = stored.strip();
        int time = text.indexOf('T');
        return time > 0 && text.substring(time).matches("T00:00(:00(\\.0+)?)?Z?") ? text.substring(0, time) : text;
    }
}

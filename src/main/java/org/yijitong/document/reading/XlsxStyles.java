package org.yijitong.document.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** The number format behind each cell style of an .xlsx. */
final class XlsxStyles extends Xml.Elements {

    /** Excel's own bound is 65,490 cell formats. */
    private static final int MOST = 70_000;

    private final Map<Integer, String> patterns = new HashMap<>();
    private final Map<Integer, NumberFormat> known = new HashMap<>();
    private final List<NumberFormat> formats = new ArrayList<>();
    private boolean inCellFormats;

    private XlsxStyles() {}

    /** Formats by style number; empty when the workbook has no styles. */
    static List<NumberFormat> read(ZipParts zip, @Nullable String part) throws IOException {
        XlsxStyles styles = new XlsxStyles();
        if (part != null && zip.holds(part)) {
            Xml.parse(zip.open(part), styles);
        }
        return styles.formats;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        switch (name) {
            case "numFmt" -> {
                String pattern = attribute(attributes, "formatCode");
                if (pattern != null && !inCellFormats && patterns.size() < MOST) {
                    patterns.put(number(attributes, "numFmtId", 0), pattern);
                }
            }
            case "cellXfs" -> inCellFormats = true;
            case "xf" -> {
                if (inCellFormats) {
                    add(number(attributes, "numFmtId", 0));
                }
            }
            default -> {
                // fonts, fills and borders do not change what a cell says
            }
        }
    }

    private void add(int index) {
        if (formats.size() >= MOST) {
            throw new UnreadableWorkbook(Reason.DAMAGED);
        }
        formats.add(known.computeIfAbsent(index, each -> NumberFormat.of(each, patterns.get(each))));
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        if (name.equals("cellXfs")) {
            inCellFormats = false;
        }
    }
}

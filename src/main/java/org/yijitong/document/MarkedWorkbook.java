package org.yijitong.document;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.yijitong.document.reading.Sniffer;
import org.yijitong.document.reading.ZipParts;

/**
 * Gives a person's own workbook back with the faulty cells coloured and a comment on each. A workbook of ordinary size
 * stays as it is otherwise, looks and formulas included; a very large one, a CSV and an HTML table come back as a new
 * .xlsx with the same cells in the same places.
 */
public final class MarkedWorkbook {

    /** Packed and unpacked size up to which POI's object model stays well below 300 MB of heap. */
    private static final long IN_PLACE_XLS = 6L << 20;

    private static final long IN_PLACE_XLSX = 16L << 20;
    private static final int IN_PLACE_MARKS = 5_000;

    private MarkedWorkbook() {}

    /**
     * Writes the marked workbook.
     *
     * @return what it became: XLS for a small .xls, otherwise XLSX
     * @throws UnreadableWorkbook as {@link Workbooks#stream}
     */
    public static Format write(byte[] original, List<Mark> marks, ReadLimits limits, OutputStream out)
            throws IOException {
        Format format = Sniffer.sniff(original, limits);
        boolean inPlace = switch (format) {
            case XLS -> original.length <= IN_PLACE_XLS;
            case XLSX -> expandsToAtMost(original, limits, IN_PLACE_XLSX);
            case CSV, HTML -> false;
        };
        if (inPlace && marks.size() <= IN_PLACE_MARKS) {
            MarkInPlace.write(original, format, marks, out);
            return format;
        }
        MarkedCopy.write(original, marks, limits, out);
        return Format.XLSX;
    }

    private static boolean expandsToAtMost(byte[] file, ReadLimits limits, long bytes) {
        try (ZipParts parts = ZipParts.open(file, limits)) {
            return parts.expandToAtMost(bytes);
        }
    }
}

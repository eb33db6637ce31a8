package org.yijitong.document.reading;

import java.io.IOException;
import java.util.List;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.SheetHead;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;
import org.yijitong.document.reading.XlsxParts.SheetEntry;

/** Reads Office Open XML workbooks (ECMA-376, transitional and strict) as a stream, part by part. */
public final class XlsxReader {

    private final ZipParts zip;
    private final ReadLimits limits;
    private final RowSink sink;

    private XlsxReader(ZipParts zip, ReadLimits limits, RowSink sink) {
        this.zip = zip;
        this.limits = limits;
        this.sink = sink;
    }

    public static void read(byte[] file, ReadLimits limits, RowSink sink) {
        try (ZipParts zip = ZipParts.open(file, limits)) {
            new XlsxReader(zip, limits, sink).read();
        } catch (IOException e) {
            throw new UnreadableWorkbook(Reason.DAMAGED, e);
        }
    }

    private void read() throws IOException {
        XlsxParts parts = XlsxParts.of(zip);
        List<NumberFormat> formats = XlsxStyles.read(zip, parts.styles());
        List<String> strings = XlsxStrings.read(zip, parts.strings(), limits);
        if (parts.sheets().isEmpty()) {
            throw new UnreadableWorkbook(Reason.DAMAGED);
        }
        if (parts.sheets().size() > limits.sheets()) {
            throw new UnreadableWorkbook(Reason.TOO_MANY_SHEETS, limits.sheets());
        }
        long total = zip.expanded()
                + 2
                        * parts.sheets().stream()
                                .mapToLong(sheet -> zip.size(sheet.part()))
                                .sum();
        for (SheetEntry sheet : parts.sheets()) {
            XlsxMerges found = new XlsxMerges(limits);
            Xml.parse(zip.open(sheet.part()), found);
            SheetHead head =
                    new SheetHead(sheet.index(), sheet.name(), sheet.hidden(), parts.from1904(), found.hiddenColumns());
            sink.sheet(head, found.areas());
            XlsxCells cells =
                    new XlsxCells(strings, formats, parts.from1904(), sink, () -> sink.reached(zip.expanded(), total));
            Xml.parse(zip.open(sheet.part()), cells);
        }
    }
}

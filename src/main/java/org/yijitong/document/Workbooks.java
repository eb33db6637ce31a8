package org.yijitong.document;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.yijitong.document.UnreadableWorkbook.Reason;
import org.yijitong.document.reading.CsvReader;
import org.yijitong.document.reading.HtmlReader;
import org.yijitong.document.reading.RowSink;
import org.yijitong.document.reading.Sniffer;
import org.yijitong.document.reading.XlsReader;
import org.yijitong.document.reading.XlsxReader;

/** Reads workbooks of every kind found in offices. Refuses what it cannot read with {@link UnreadableWorkbook}. */
public final class Workbooks {

    private Workbooks() {}

    /**
     * Reads a file row by row; memory does not grow with the number of rows.
     *
     * @return the format found
     * @throws UnreadableWorkbook possibly after some rows have been delivered: take nothing for good before the return
     */
    public static Format stream(byte[] file, ReadLimits limits, Progress progress, RowConsumer consumer) {
        if (file.length > limits.fileBytes()) {
            throw new UnreadableWorkbook(Reason.FILE_TOO_LARGE, limits.fileBytes() >> 20);
        }
        Format format = Sniffer.sniff(file, limits);
        RowSink sink = new RowSink(consumer, limits, progress);
        try {
            read(format, file, limits, sink);
        } catch (UnreadableWorkbook | CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // A parser stumbling over a file made by hand fails in a hundred ways; the consumer's failures stay its
            // own.
            throw sink.consumerFailure().orElseGet(() -> new UnreadableWorkbook(Reason.DAMAGED, e));
        }
        sink.done();
        return format;
    }

    private static void read(Format format, byte[] file, ReadLimits limits, RowSink sink) {
        switch (format) {
            case XLSX -> XlsxReader.read(file, limits, sink);
            case XLS -> XlsReader.read(file, limits, sink);
            case CSV -> CsvReader.read(file, sink);
            case HTML -> HtmlReader.read(file, sink);
        }
    }

    /** Reads a file whole. */
    public static Workbook read(byte[] file, String fileName, ReadLimits limits, Progress progress) {
        Collector collector = new Collector();
        Format format = stream(file, limits, progress, collector);
        return new Workbook(format, format.fits(fileName), collector.sheets());
    }

    private static final class Collector implements RowConsumer {

        private final List<SheetHead> heads = new ArrayList<>();
        private final List<List<Row>> rows = new ArrayList<>();

        @Override
        public void sheet(SheetHead head) {
            heads.add(head);
            rows.add(new ArrayList<>());
        }

        @Override
        public void row(Row row) {
            rows.getLast().add(row);
        }

        List<Sheet> sheets() {
            List<Sheet> sheets = new ArrayList<>();
            for (int i = 0; i < heads.size(); i++) {
                sheets.add(new Sheet(heads.get(i), rows.get(i)));
            }
            return sheets;
        }
    }
}

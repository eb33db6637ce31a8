package org.yijitong.document.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;
import org.yijitong.document.reading.MergedAreas.Area;

/** Reads Excel 97 to 2003 workbooks (BIFF8, MS-XLS) record by record. */
public final class XlsReader {

    private XlsReader() {}

    public static void read(byte[] file, ReadLimits limits, RowSink sink) {
        Merges merges = new Merges();
        HSSFRequest first = new HSSFRequest();
        first.addListener(merges, BOFRecord.sid);
        first.addListener(merges, EOFRecord.sid);
        first.addListener(merges, MergeCellsRecord.sid);
        process(file, first);

        XlsRecords records = new XlsRecords(merges.bySubstream, limits, sink);
        FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(records);
        records.formats(formats);
        HSSFRequest second = new HSSFRequest();
        second.addListenerForAllRecords(formats);
        process(file, second);
    }

    private static void process(byte[] file, HSSFRequest request) {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(file));
                InputStream stream = system.createDocumentInputStream(workbookStream(system))) {
            new HSSFEventFactory().processEvents(request, stream);
        } catch (EncryptedDocumentException e) {
            throw new UnreadableWorkbook(Reason.PASSWORD, e);
        } catch (OldFileFormatException e) {
            throw new UnreadableWorkbook(Reason.UNSUPPORTED_OLD_XLS, e);
        } catch (IOException e) {
            throw new UnreadableWorkbook(Reason.DAMAGED, e);
        }
    }

    private static String workbookStream(POIFSFileSystem system) {
        return system.getRoot().getEntryNames().stream()
                .filter(name -> name.equalsIgnoreCase("Workbook"))
                .findFirst()
                .orElseThrow(() -> new UnreadableWorkbook(Reason.DAMAGED));
    }

    /** First pass: merged areas, by outermost substream; the workbook's own is number 0. */
    private static final class Merges implements HSSFListener {

        private final List<List<Area>> bySubstream = new ArrayList<>();
        private int depth;
        private int count;

        @Override
        public void processRecord(Record each) {
            if (each instanceof BOFRecord && depth++ == 0) {
                bySubstream.add(new ArrayList<>());
            } else if (each instanceof EOFRecord) {
                depth--;
            } else if (each instanceof MergeCellsRecord merges) {
                add(merges);
            }
        }

        private void add(MergeCellsRecord merges) {
            count += merges.getNumAreas();
            if (count > MergedAreas.MOST || bySubstream.isEmpty()) {
                throw new UnreadableWorkbook(Reason.DAMAGED);
            }
            for (int i = 0; i < merges.getNumAreas(); i++) {
                CellRangeAddress area = merges.getAreaAt(i);
                bySubstream
                        .getLast()
                        .add(new Area(
                                area.getFirstRow() + 1,
                                area.getFirstColumn(),
                                area.getLastRow() + 1,
                                area.getLastColumn()));
            }
        }
    }
}

package org.yijitong.document.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yijitong.document.Cell;
import org.yijitong.document.SheetHead;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** Reads separated text: RFC 4180, or with tabs or semicolons, in whatever encoding the person's program wrote. */
public final class CsvReader {

    /**
     * What a spreadsheet computes a cell for that begins with it (OWASP, CSV injection); those of full width, too, which
     * Excel takes for the others where people write Chinese.
     */
    public static final String COMPUTED = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '，');
    private static final int LOOK_AT = 32_768;

    private CsvReader() {}

    public static void read(byte[] file, RowSink sink) {
        TextBytes.Encoding encoding = TextBytes.encoding(file);
        String start = TextBytes.start(file, LOOK_AT);
        boolean declared = start.regionMatches(true, 0, "sep=", 0, 4) && start.length() > 4;
        char separator = declared ? start.charAt(4) : separator(start);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(false)
                .get();
        sink.sheet(new SheetHead(0, "", false, false, Set.of()), MergedAreas.none());
        try (Reader whole = encoding.reader(file);
                Reader reader = new BufferedReader(encoding.reader(file));
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            records(parser, declared, whole.skip(Long.MAX_VALUE), sink);
        } catch (IOException e) {
            throw new UnreadableWorkbook(Reason.DAMAGED, e);
        }
    }

    private static void records(CSVParser parser, boolean declared, long characters, RowSink sink) {
        int row = 0;
        var records = parser.iterator();
        while (next(records, parser)) {
            CSVRecord each = records.next();
            if (declared && row == 0) {
                row++;
                continue;
            }
            row++;
            for (int column = 0; column < each.size(); column++) {
                sink.countCell();
                sink.cell(row, column, Cell.text(unquoted(each.get(column))));
            }
            sink.reached(each.getCharacterPosition(), characters);
            sink.endRow(row, false);
        }
    }

    private static boolean next(java.util.Iterator<CSVRecord> records, CSVParser parser) {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext();
        } catch (java.io.UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new UnreadableWorkbook(Reason.QUOTE_NOT_CLOSED, line);
            }
            throw e;
        }
    }

    /**
     * Undoes what spreadsheets and our own writer put around a value to keep it from being computed: ="0123" and an
     * apostrophe before a sign that starts a formula.
     */
    static String unquoted(String value) {
        if (value.length() > 3 && value.startsWith("=\"") && value.endsWith("\"")) {
            return value.substring(2, value.length() - 1);
        }
        if (value.length() > 1 && value.charAt(0) == '\'' && (COMPUTED + "'").indexOf(value.charAt(1)) >= 0) {
            return value.substring(1);
        }
        return value;
    }

    /** The separator that parts the first lines most evenly: the most frequent one outside quotation marks. */
    private static char separator(String start) {
        char best = ',';
        long most = 0;
        for (char each : SEPARATORS) {
            long count = countOutsideQuotes(start, each);
            if (count > most) {
                most = count;
                best = each;
            }
        }
        return best;
    }

    private static long countOutsideQuotes(String text, char separator) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                count++;
            }
        }
        return count;
    }
}

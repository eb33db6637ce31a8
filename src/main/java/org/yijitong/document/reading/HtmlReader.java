package org.yijitong.document.reading;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.yijitong.document.Cell;
import org.yijitong.document.SheetHead;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** Reads the table rows of an HTML page, as office systems "export to Excel". All tables count as one sheet. */
public final class HtmlReader {

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([\\w-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HIDDEN = Pattern.compile("display\\s*:\\s*none", Pattern.CASE_INSENSITIVE);
    /** The HTML standard clips rowspan at 65,534 and colspan at 1,000. */
    private static final int MOST_ROWS = 65_534;

    private static final int MOST_COLUMNS = 1_000;
    private static final int MOST_BETWEEN_ROWS = 4_000_000;
    private static final int MOST_OTHER_TAGS = 1_000_000;

    private final RowSink sink;
    private final MergedAreas merges = MergedAreas.none();
    private int row;

    private HtmlReader(RowSink sink) {
        this.sink = sink;
    }

    public static void read(byte[] file, RowSink sink) {
        TextBytes.Encoding encoding = encoding(file);
        try (Counted reader = new Counted(encoding.reader(file));
                StreamParser parser = new StreamParser(Parser.htmlParser()).parse(reader, "")) {
            new HtmlReader(sink).rows(parser, reader, () -> sink.reached(reader.read, file.length));
        } catch (IOException e) {
            throw new UnreadableWorkbook(Reason.DAMAGED, e);
        }
    }

    /** What the page declares, unless a byte order mark or strict UTF-8 says otherwise. */
    private static TextBytes.Encoding encoding(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, 4096), StandardCharsets.ISO_8859_1);
        Matcher declared = CHARSET.matcher(head);
        TextBytes.Encoding found = TextBytes.encoding(file);
        if (found.from() > 0 || found.charset().equals(StandardCharsets.UTF_8) || !declared.find()) {
            return found;
        }
        String name = declared.group(1).toLowerCase(Locale.ROOT);
        boolean chinese = name.startsWith("gb") || name.equals("utf-8");
        return !chinese && Charset.isSupported(name) ? new TextBytes.Encoding(Charset.forName(name), 0) : found;
    }

    private void rows(StreamParser parser, Counted rest, Runnable rowRead) throws IOException {
        sink.sheet(new SheetHead(0, "", false, false, Set.of()), merges);
        Element each = parser.selectNext("tr");
        while (each != null) {
            rowRead.run();
            row(each);
            each.remove();
            rest.rowDone();
            each = parser.selectNext("tr");
        }
        if (row == 0) {
            throw new UnreadableWorkbook(Reason.NO_TABLE);
        }
    }

    private void row(Element tr) {
        row++;
        sink.countCell();
        int column = 0;
        for (Element td : tr.children()) {
            if (!td.nameIs("td") && !td.nameIs("th")) {
                continue;
            }
            sink.countCell();
            while (merges.covers(row, column)) {
                column++;
            }
            int across = span(td, "colspan", MOST_COLUMNS);
            int down = span(td, "rowspan", MOST_ROWS);
            sink.cell(row, column, Cell.text(text(td)));
            if (across > 1 || down > 1) {
                merges.add(new MergedAreas.Area(row, column, row + down - 1, column + across - 1));
            }
            column += across;
        }
        sink.endRow(row, hidden(tr));
    }

    /** Visible text, line breaks kept, non-breaking spaces as spaces. */
    private static String text(Element td) {
        return td.wholeText()
                .replace('\u00a0', ' ')
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static boolean hidden(Element element) {
        return HIDDEN.matcher(element.attr("style")).find() || element.hasAttr("hidden");
    }

    private static int span(Element td, String name, int most) {
        String value = td.attr(name).strip();
        return value.matches("[0-9]{1,6}") ? Math.clamp(Integer.parseInt(value), 1, most) : 1;
    }

    /**
     * Knows how many characters have been taken; close enough to bytes for a progress bar. Ends pages that would fill the
     * memory with one endless row or with anything but rows, which alone are let go once read.
     */
    private static final class Counted extends FilterReader {

        private long read;
        private long atRow;
        private int tags;
        private char last;

        private Counted(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            read += Math.max(count, 0);
            for (int i = offset; i < offset + count; i++) {
                tags += last == '<' && opensOther(buffer[i]) ? 1 : 0;
                last = buffer[i];
            }
            if (read - atRow > MOST_BETWEEN_ROWS || tags > MOST_OTHER_TAGS) {
                throw new UnreadableWorkbook(Reason.TOO_MANY_CELLS, MOST_OTHER_TAGS);
            }
            return count;
        }

        /** Whether a tag of this first letter is none of table, tr, td, th. */
        private static boolean opensOther(char letter) {
            return Character.isLetter(letter) && letter != 't' && letter != 'T';
        }

        private void rowDone() {
            atRow = read;
        }
    }
}

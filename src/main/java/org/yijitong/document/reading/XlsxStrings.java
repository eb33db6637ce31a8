package org.yijitong.document.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** The shared strings of an .xlsx. Phonetic guides (rPh) are left out. */
final class XlsxStrings extends Xml.Elements {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final ReadLimits limits;
    private final List<String> strings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private int phonetic;

    private XlsxStrings(ReadLimits limits) {
        this.limits = limits;
    }

    static List<String> read(ZipParts zip, @Nullable String part, ReadLimits limits) throws IOException {
        XlsxStrings strings = new XlsxStrings(limits);
        if (part != null && zip.holds(part)) {
            Xml.parse(zip.open(part), strings);
        }
        return strings.strings;
    }

    /** Undoes the escapes of characters that XML cannot hold, such as _x000D_ (ECMA-376 22.9.2.19). */
    static String unescape(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        switch (name) {
            case "si" -> text.setLength(0);
            case "rPh" -> phonetic++;
            case "t" -> inText = phonetic == 0;
            default -> {
                // runs only carry looks
            }
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (inText && text.length() <= limits.cellChars()) {
            text.append(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        switch (name) {
            case "t" -> inText = false;
            case "rPh" -> phonetic--;
            case "si" -> {
                if (strings.size() >= limits.cells()) {
                    throw new UnreadableWorkbook(Reason.TOO_MANY_CELLS, limits.cells());
                }
                strings.add(unescape(text.toString()));
            }
            default -> {
                // nothing ends here that matters
            }
        }
    }
}

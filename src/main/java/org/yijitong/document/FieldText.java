package org.yijitong.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/** The text of a paragraph as one, though Word cuts it into runs as it pleases, with the fields in it. */
final class FieldText {
    static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([^{}]{1,40}?)\\s*\\}\\}");

    private final XWPFParagraph paragraph;
    private final List<CTText> pieces = new ArrayList<>();
    private final String text;

    FieldText(XWPFParagraph paragraph) {
        this.paragraph = paragraph;
        paragraph.getRuns().forEach(run -> pieces.addAll(run.getCTR().getTList()));
        StringBuilder whole = new StringBuilder();
        pieces.forEach(piece -> whole.append(piece.getStringValue()));
        text = whole.toString();
    }

    List<String> names() {
        return names(text);
    }

    static List<String> names(String text) {
        return FIELD.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** Fills its fields in; a paragraph of the text that has nothing but empty fields goes. */
    void fill(Map<String, String> values) {
        List<String> names = names();
        if (names.isEmpty()) {
            return;
        }
        boolean empty = names.stream().allMatch(name -> value(values, name).isEmpty());
        if (empty && paragraph.getPart() instanceof XWPFDocument document && isOfText(document)) {
            document.removeBodyElement(document.getPosOfParagraph(paragraph));
            return;
        }
        if (names.size() == 1 && FIELD.matcher(text.strip()).matches()) {
            spread(value(values, names.getFirst()));
        } else {
            FIELD.matcher(text)
                    .results()
                    .toList()
                    .reversed()
                    .forEach(match -> replace(match.start(), match.end(), value(values, match.group(1))));
            breakLines();
        }
    }

    private boolean isOfText(XWPFDocument document) {
        return document.getPosOfParagraph(paragraph) >= 0;
    }

    static String value(Map<String, String> values, String name) {
        return Objects.requireNonNullElse(values.get(name), "").strip();
    }

    /** One paragraph for each line, all as the one with the field. */
    private void spread(String value) {
        List<String> lines = value.lines().filter(line -> !line.isBlank()).toList();
        CTP model = (CTP) paragraph.getCTP().copy();
        for (int i = lines.size() - 1; i > 0; i--) {
            try (XmlCursor after = paragraph.getCTP().newCursor()) {
                after.toNextSibling();
                XWPFParagraph added = paragraph.getBody().insertNewParagraph(after);
                added.getCTP().set(model);
                write(new XWPFParagraph(added.getCTP(), paragraph.getBody()), lines.get(i));
            }
        }
        write(paragraph, lines.isEmpty() ? "" : lines.getFirst());
    }

    private static void write(XWPFParagraph paragraph, String line) {
        FieldText text = new FieldText(paragraph);
        Matcher field = FIELD.matcher(text.text);
        if (field.find()) {
            text.replace(field.start(), field.end(), line);
        }
    }

    /** Puts a value where a stretch of the text was: into its first piece, out of the others. */
    private void replace(int start, int end, String value) {
        int at = 0;
        boolean put = false;
        for (CTText piece : pieces) {
            String said = piece.getStringValue();
            int from = Math.max(start - at, 0);
            int to = Math.min(end - at, said.length());
            at += said.length();
            if (from < to && to > 0) {
                piece.setStringValue(said.substring(0, from) + (put ? "" : value) + said.substring(to));
                piece.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
                put = true;
            }
        }
    }

    /** Lines within a run become breaks. */
    private void breakLines() {
        for (XWPFRun run : paragraph.getRuns()) {
            String said = run.getCTR().sizeOfTArray() == 1 ? run.getText(0) : null;
            if (said != null && said.indexOf('\n') >= 0) {
                List<String> lines = said.lines().toList();
                run.setText(lines.getFirst(), 0);
                lines.stream().skip(1).forEach(line -> {
                    run.addBreak();
                    run.setText(line);
                });
            }
        }
    }
}

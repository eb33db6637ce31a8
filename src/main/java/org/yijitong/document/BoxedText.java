package org.yijitong.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import org.apache.xmlbeans.XmlObject;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The text of a paragraph inside a text box ({@code w:txbxContent}) or a content control ({@code w:sdtContent}). Word keeps
 * it apart from the paragraphs around it, a text box even twice, for old and new readers; both are filled in.
 */
final class BoxedText {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final List<Element> pieces;
    private final String text;

    private BoxedText(List<Element> pieces) {
        this.pieces = List.copyOf(pieces);
        StringBuilder whole = new StringBuilder();
        pieces.forEach(piece -> whole.append(said(piece)));
        text = whole.toString();
    }

    /** All of a part: the document, a header, a footer. */
    static List<BoxedText> of(XmlObject part) {
        Map<Node, List<Element>> paragraphs = new LinkedHashMap<>();
        if (part.getDomNode() instanceof Element root) {
            NodeList all = root.getElementsByTagNameNS(WORD, "t");
            for (int i = 0; i < all.getLength(); i++) {
                Element piece = (Element) all.item(i);
                Node paragraph = above(piece, "p");
                if (paragraph != null && (above(piece, "txbxContent") != null || above(piece, "sdtContent") != null)) {
                    paragraphs
                            .computeIfAbsent(paragraph, _ -> new ArrayList<>())
                            .add(piece);
                }
            }
        }
        return paragraphs.values().stream().map(BoxedText::new).toList();
    }

    private static @Nullable Node above(Node node, String name) {
        Node up = node.getParentNode();
        while (up != null && !(name.equals(up.getLocalName()) && WORD.equals(up.getNamespaceURI()))) {
            up = up.getParentNode();
        }
        return up;
    }

    private static String said(Element piece) {
        StringBuilder said = new StringBuilder();
        for (Node child = piece.getFirstChild(); child != null; child = child.getNextSibling()) {
            said.append(Objects.requireNonNullElse(child.getNodeValue(), ""));
        }
        return said.toString();
    }

    private static void say(Element piece, String text) {
        while (piece.hasChildNodes()) {
            piece.removeChild(piece.getFirstChild());
        }
        piece.appendChild(piece.getOwnerDocument().createTextNode(text));
    }

    List<String> names() {
        return FieldText.names(text);
    }

    /** Fills its fields in; what is empty leaves the box where it is. */
    void fill(Map<String, String> values) {
        List<MatchResult> fields = FieldText.FIELD.matcher(text).results().toList();
        fields.reversed()
                .forEach(field -> replace(field.start(), field.end(), FieldText.value(values, field.group(1))));
        if (!fields.isEmpty()) {
            pieces.forEach(BoxedText::breakLines);
        }
    }

    /** Puts a value where a stretch of the text was: into its first piece, out of the others. */
    private void replace(int start, int end, String value) {
        int at = 0;
        boolean put = false;
        for (Element piece : pieces) {
            String said = said(piece);
            int from = Math.max(start - at, 0);
            int to = Math.min(end - at, said.length());
            at += said.length();
            if (from < to && to > 0) {
                say(piece, said.substring(0, from) + (put ? "" : value) + said.substring(to));
                put = true;
            }
        }
    }

    /** Lines become breaks in the run. */
    private static void breakLines(Element piece) {
        List<String> lines = said(piece).lines().toList();
        if (lines.size() < 2) {
            return;
        }
        Node run = piece.getParentNode();
        say(piece, lines.getFirst());
        Node last = piece;
        for (String line : lines.subList(1, lines.size())) {
            Node next = last.getNextSibling();
            Element broken = piece.getOwnerDocument().createElementNS(WORD, "w:br");
            Element further = piece.getOwnerDocument().createElementNS(WORD, "w:t");
            say(further, line);
            run.insertBefore(broken, next);
            run.insertBefore(further, next);
            last = further;
        }
    }
}

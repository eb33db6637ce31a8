package org.yijitong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The layout of official documents, measured in what is written (GB/T 9704-2012, 5.2 and 7). */
class OfficialPaperTests {
    private static final double TWIPS_A_MM = 1440 / 25.4;
    private static final double CHARACTER = 320;

    private static Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        byte[] file = OfficialPaper.begin().title("题").text("正文").bytes();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static double number(Element in, String tag, String attribute) {
        NodeList found = in.getElementsByTagName(tag);
        return Double.parseDouble(((Element) found.item(0)).getAttribute(attribute));
    }

    @Test
    void aPageHas22LinesOf28Characters() throws Exception {
        Element page = javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(parts().get("word/document.xml")))
                .getDocumentElement();
        double width =
                number(page, "w:pgSz", "w:w") - number(page, "w:pgMar", "w:left") - number(page, "w:pgMar", "w:right");
        double height =
                number(page, "w:pgSz", "w:h") - number(page, "w:pgMar", "w:top") - number(page, "w:pgMar", "w:bottom");
        assertThat(number(page, "w:pgMar", "w:top") / TWIPS_A_MM).isCloseTo(37, within(0.1));
        assertThat(number(page, "w:pgMar", "w:left") / TWIPS_A_MM).isCloseTo(28, within(0.1));
        assertThat(width / TWIPS_A_MM).isCloseTo(156, within(0.1));
        assertThat(height / TWIPS_A_MM).isCloseTo(225, within(0.2));
        double character = CHARACTER + number(page, "w:docGrid", "w:charSpace") / 4096 * 20;
        assertThat(width / character).isCloseTo(28, within(0.05));
        assertThat(height / number(page, "w:docGrid", "w:linePitch")).isCloseTo(22, within(0.05));
    }

    @Test
    void fontsHaveTheirEastAsianNamesAndWhatStandsInForThem() throws IOException {
        String styles = new String(parts().get("word/styles.xml"), StandardCharsets.UTF_8);
        String fonts = new String(parts().get("word/fontTable.xml"), StandardCharsets.UTF_8);
        for (String font : List.of("仿宋_GB2312", "方正小标宋简体", "黑体", "宋体")) {
            assertThat(styles).contains("w:eastAsia=\"" + font + "\"");
            assertThat(fonts).containsPattern("w:name=\"" + font + "\">\\s*<w:altName w:val=\"[^\"]+\"");
        }
        assertThat(new String(parts().get("word/footer1.xml"), StandardCharsets.UTF_8))
                .contains("— ", " PAGE ");
    }
}

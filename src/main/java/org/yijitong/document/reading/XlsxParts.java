package org.yijitong.document.reading;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;

/** Where the parts of an .xlsx lie, found through its relationships (ECMA-376 part 2), and what its workbook part says. */
record XlsxParts(
        List<SheetEntry> sheets,
        @Nullable String strings,
        @Nullable String styles,
        boolean from1904) {

    /** A worksheet; chart sheets are left out, but count in the index. */
    record SheetEntry(int index, String name, boolean hidden, String part) {}

    private record Relationship(String type, String part) {}

    static XlsxParts of(ZipParts zip) throws IOException {
        String workbook = relationships(zip, "_rels/.rels", "").values().stream()
                .filter(each -> each.type().equals("officeDocument"))
                .map(Relationship::part)
                .findFirst()
                .orElse("xl/workbook.xml");
        int slash = workbook.lastIndexOf('/');
        String folder = workbook.substring(0, slash + 1);
        Map<String, Relationship> related =
                relationships(zip, folder + "_rels/" + workbook.substring(slash + 1) + ".rels", folder);
        WorkbookPart part = new WorkbookPart(related);
        Xml.parse(zip.open(workbook), part);
        return new XlsxParts(part.sheets, only(related, "sharedStrings"), only(related, "styles"), part.from1904);
    }

    private static @Nullable String only(Map<String, Relationship> related, String type) {
        return related.values().stream()
                .filter(each -> each.type().equals(type))
                .map(Relationship::part)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Relationship> relationships(ZipParts zip, String part, String folder)
            throws IOException {
        Map<String, Relationship> found = new HashMap<>();
        if (!zip.holds(part)) {
            return found;
        }
        Xml.parse(zip.open(part), new Xml.Elements() {
            @Override
            public void startElement(String uri, String name, String qName, Attributes attributes) {
                String id = attribute(attributes, "Id");
                String type = attribute(attributes, "Type");
                String target = attribute(attributes, "Target");
                boolean outside = "External".equals(attribute(attributes, "TargetMode"));
                if (name.equals("Relationship") && id != null && type != null && target != null && !outside) {
                    found.put(id, new Relationship(type.substring(type.lastIndexOf('/') + 1), resolve(folder, target)));
                }
            }
        });
        return found;
    }

    private static String resolve(String folder, String target) {
        try {
            return URI.create("/" + folder).resolve(target).getPath().substring(1);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableWorkbook(Reason.DAMAGED, e);
        }
    }

    private static final class WorkbookPart extends Xml.Elements {

        private final Map<String, Relationship> related;
        private final List<SheetEntry> sheets = new ArrayList<>();
        private boolean from1904;
        private int count;

        private WorkbookPart(Map<String, Relationship> related) {
            this.related = related;
        }

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) {
            if (name.equals("workbookPr")) {
                from1904 = flag(attributes, "date1904");
            } else if (name.equals("sheet")) {
                sheet(attributes);
            }
        }

        private void sheet(Attributes attributes) {
            Relationship target = related.get(relationshipId(attributes));
            if (target == null) {
                throw new UnreadableWorkbook(Reason.DAMAGED);
            }
            int index = count++;
            String state = attribute(attributes, "state");
            String sheetName = attribute(attributes, "name");
            if (target.type().equals("worksheet")) {
                sheets.add(new SheetEntry(
                        index,
                        sheetName == null ? "" : sheetName,
                        state != null && !state.equals("visible"),
                        target.part()));
            }
        }

        private static String relationshipId(Attributes attributes) {
            for (int i = 0; i < attributes.getLength(); i++) {
                if (attributes.getLocalName(i).equals("id")
                        && attributes.getURI(i).endsWith("/relationships")) {
                    return attributes.getValue(i);
                }
            }
            return "";
        }
    }
}

package org.yijitong.document.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.yijitong.document.ReadLimits;
import org.yijitong.document.UnreadableWorkbook;
import org.yijitong.document.UnreadableWorkbook.Reason;
import org.yijitong.document.reading.MergedAreas.Area;

/** First pass over an .xlsx sheet: its merged areas, which stand behind the rows they change, and hidden columns. */
final class XlsxMerges extends Xml.Elements {

    private final ReadLimits limits;
    private final List<Area> areas = new ArrayList<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();

    XlsxMerges(ReadLimits limits) {
        this.limits = limits;
    }

    MergedAreas areas() {
        return new MergedAreas(areas);
    }

    Set<Integer> hiddenColumns() {
        return hiddenColumns;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        if (name.equals("mergeCell")) {
            merge(attribute(attributes, "ref"));
        } else if (name.equals("col") && flag(attributes, "hidden")) {
            int last = Math.min(number(attributes, "max", 1), limits.columns());
            for (int column = number(attributes, "min", 1); column <= last; column++) {
                hiddenColumns.add(column - 1);
            }
        }
    }

    private void merge(@org.jspecify.annotations.Nullable String reference) {
        if (reference == null || areas.size() >= MergedAreas.MOST) {
            throw new UnreadableWorkbook(Reason.DAMAGED);
        }
        int colon = reference.indexOf(':');
        if (colon > 0) {
            String first = reference.substring(0, colon);
            String last = reference.substring(colon + 1);
            areas.add(new Area(Numbers.row(first), Numbers.column(first), Numbers.row(last), Numbers.column(last)));
        }
    }
}

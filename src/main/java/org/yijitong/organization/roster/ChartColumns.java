package org.yijitong.organization.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yijitong.document.Row;

/** Finds the headings of a workbook that lists organizations. Only headings known word for word count. */
public final class ChartColumns {

    /** Rows to be offered from the top of a sheet. */
    public static final int LOOK_AT = 30;

    /** The name and one field more: less is no list of organizations. */
    private static final int FEWEST_FIELDS = 2;

    private static final Map<String, ChartField> KNOWN = known();

    private ChartColumns() {}

    private static Map<String, ChartField> known() {
        Map<String, ChartField> known = new HashMap<>();
        Words.load("organization-columns.properties")
                .forEach((field, line) ->
                        Written.words(line).forEach(word -> known.put(word, ChartField.valueOf(field))));
        return known;
    }

    static Optional<ChartField> field(String heading) {
        return Optional.ofNullable(KNOWN.get(Headings.key(heading)));
    }

    /** The layout of a sheet by its first rows; of several rows that could be the header, the one with most fields. */
    public static Optional<ChartLayout> recognize(List<Row> top) {
        ChartLayout best = null;
        for (Row row : top) {
            ChartLayout layout = layout(row);
            boolean header = layout.columns().containsKey(ChartField.NAME)
                    && layout.columns().size() >= FEWEST_FIELDS;
            if (header
                    && (best == null || layout.columns().size() > best.columns().size())) {
                best = layout;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Of two columns for one field the first is taken; the other is said to be unused. */
    private static ChartLayout layout(Row row) {
        Map<ChartField, Integer> columns = new EnumMap<>(ChartField.class);
        Map<ChartField, String> headings = new EnumMap<>(ChartField.class);
        List<String> unused = new ArrayList<>();
        for (int column = 0; column < row.cells().size(); column++) {
            String heading = row.cell(column).text().replaceAll("\\s+", "");
            Optional<ChartField> field = field(heading);
            if (field.isPresent() && !columns.containsKey(field.get())) {
                columns.put(field.get(), column);
                headings.put(field.get(), heading);
            } else if (!heading.isEmpty()) {
                unused.add(heading);
            }
        }
        return new ChartLayout(row.number(), columns, headings, unused);
    }
}

package org.yijitong.organization.roster;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yijitong.document.Cell;
import org.yijitong.document.Row;

/** Recognizes a column by what stands in it, for headings nobody foresaw. */
final class ColumnValues {

    private static final double MOST = 0.8;
    private static final int FEWEST = 3;
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private static final Map<RosterField, Predicate<Cell>> SIGNS = Map.of(
            RosterField.IDENTITY_NUMBER, cell -> IdentityNumbers.parse(cell) instanceof IdentityReading.Accepted,
            RosterField.PHONE,
                    cell -> MOBILE.matcher(Written.plain(cell.text())).matches(),
            RosterField.SEX,
                    cell -> cell.text().strip().equals("男")
                            || cell.text().strip().equals("女"));

    private ColumnValues() {}

    /** The field most values of a column speak for; IGNORE when they do not. */
    static RosterField field(int column, List<Row> people) {
        List<Cell> cells = people.stream()
                .map(row -> row.cell(column))
                .filter(cell -> !cell.isBlank())
                .toList();
        if (cells.size() < FEWEST) {
            return RosterField.IGNORE;
        }
        return SIGNS.entrySet().stream()
                .filter(sign -> cells.stream().filter(sign.getValue()).count() >= MOST * cells.size())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(RosterField.IGNORE);
    }
}

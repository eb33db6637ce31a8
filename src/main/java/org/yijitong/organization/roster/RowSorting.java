package org.yijitong.organization.roster;

import java.util.List;
import java.util.regex.Pattern;
import org.yijitong.document.Cell;
import org.yijitong.document.Row;

/** Tells the rows that list a person from everything else below a header. */
public final class RowSorting {

    private static final Pattern TOTAL = Pattern.compile("(本页|全部|支部|党员)?(合计|小计|总计|共计|累计|总人数|合计人数).*|共\\d+(人|名).*");
    private static final Pattern NOTE = Pattern.compile(
            "(注|备注|说明|填表说明|填报说明|填表人|填报人|制表人|制表|审核人|审核|联系人|联系电话|填表日期|填报日期|填表时间|填表单位|单位盖章|单位\\(盖章\\)|负责人|日期|书记签字|党支部书记|以上)\\d*[::].*|注\\d*[.、].*|\\*.*");

    private RowSorting() {}

    /** What a row is. */
    public sealed interface Sorted {

        /** A person. */
        record Person() implements Sorted {}

        /** A line that names the branch (or another group) of the rows below it. */
        record Section(String text) implements Sorted {}

        /** 合计, 小计. */
        record Total() implements Sorted {}

        /** 注：, 填表人：. */
        record Note() implements Sorted {}

        /** The header again, as printed at the top of each page. */
        record RepeatedHeader() implements Sorted {}

        /** Something about a person whose name is missing. */
        record Nameless() implements Sorted {}
    }

    /** Sorts a row below the header of its sheet. */
    public static Sorted sort(Row row, Layout layout) {
        List<String> own = row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .map(cell -> Written.plain(cell.text()))
                .toList();
        int column = layout.column(RosterField.NAME).orElse(0);
        Cell name = row.cell(column);
        if (Headings.is(name.text(), RosterField.NAME)) {
            return new Sorted.RepeatedHeader();
        }
        String first = own.isEmpty() ? "" : own.getFirst();
        if (TOTAL.matcher(first).matches()
                || TOTAL.matcher(Written.plain(name.text())).matches()) {
            return new Sorted.Total();
        }
        if (NOTE.matcher(first).matches()) {
            return new Sorted.Note();
        }
        boolean alone = own.stream().distinct().count() == 1;
        boolean named = !name.isBlank() && !(name.merged() && alone);
        if (named && (own.size() > 1 || !BranchNames.looksLikeOne(first))) {
            return new Sorted.Person();
        }
        if (alone && BranchNames.looksLikeOne(first)) {
            return new Sorted.Section(text(row));
        }
        boolean remark = alone && !first.matches("\\d+");
        return remark || onlyNumbered(row, layout) ? new Sorted.Note() : new Sorted.Nameless();
    }

    /** Whether a row is a total or a note, by the first text in it. */
    static boolean isRemark(String first) {
        String plain = Written.plain(first);
        return TOTAL.matcher(plain).matches() || NOTE.matcher(plain).matches();
    }

    /** The only text of a row, as written. */
    private static String text(Row row) {
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .map(cell -> cell.text().strip())
                .orElse("");
    }

    /** A row prepared with its serial number and never filled in. */
    private static boolean onlyNumbered(Row row, Layout layout) {
        return layout.columns().stream()
                .filter(each -> each.field() != RosterField.IGNORE)
                .allMatch(each -> row.cell(each.column()).isBlank()
                        || row.cell(each.column()).merged());
    }
}

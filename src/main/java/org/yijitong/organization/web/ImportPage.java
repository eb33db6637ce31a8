package org.yijitong.organization.web;

import java.util.List;
import java.util.Map;
import org.yijitong.organization.imports.Import;
import org.yijitong.organization.imports.Verdict;

/**
 * What the check of a roster shows.
 *
 * @param columns each heading once, with the field it is taken for
 * @param fields field names in the order of the lists
 * @param rows the rows of the chosen verdict, one page of them
 * @param next the line after which the next page begins; 0 when there is none
 * @param branches branches to choose from, id to name
 */
public record ImportPage(
        Import file,
        Map<Verdict, Integer> counts,
        Verdict showing,
        List<Column> columns,
        List<String> fields,
        List<Line> rows,
        int next,
        Map<String, String> branches) {

    /** A heading, what it is taken for, two of its values. */
    public record Column(String heading, String field, boolean sure, String sample) {}

    /** One row: where it stands in the file, whom it lists, what is wrong, what would change. */
    public record Line(
            int sheet,
            int row,
            String where,
            String name,
            String number,
            String joined,
            String branch,
            String kind,
            List<Problem> problems,
            List<String> notes,
            List<Change> changes) {

        /** Whether a field of this row is at fault. */
        public boolean bad(String field) {
            return problems.stream().anyMatch(problem -> problem.field().equalsIgnoreCase(field));
        }
    }

    /** What is wrong with one cell and what a person may choose instead. */
    public record Problem(String field, String text, String written, List<Offer> offers) {}

    /** A choice. */
    public record Offer(String value, String label) {}

    /** One field that would change. */
    public record Change(String field, String before, String after) {}

    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /** How many people would be put in or changed. */
    public int ready() {
        return count(Verdict.ADDED) + count(Verdict.CHANGED);
    }
}

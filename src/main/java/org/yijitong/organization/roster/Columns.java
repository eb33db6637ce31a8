package org.yijitong.organization.roster;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.document.Cell;
import org.yijitong.document.Row;
import org.yijitong.document.SheetHead;
import org.yijitong.organization.roster.Headings.Meaning;

/** Finds the header of a roster and what its columns hold. */
public final class Columns {

    /** Rows to be offered from the top of a sheet. */
    public static final int LOOK_AT = 30;

    /** A header must know at least these many fields, the name among them. */
    private static final int FEWEST_FIELDS = 2;

    private Columns() {}

    private record Candidate(int top, int bottom, List<ColumnGuess> guesses) {

        /** Known fields, IGNORE ones for a little: a header knows more of its own headings than any row of people. */
        private double score() {
            Set<RosterField> fields = EnumSet.noneOf(RosterField.class);
            double sum = 0;
            for (ColumnGuess each : guesses) {
                boolean fresh = each.field() != RosterField.IGNORE && fields.add(each.field());
                sum += fresh ? each.confidence() : each.confidence() / 10;
            }
            return fields.contains(RosterField.NAME) && fields.size() >= FEWEST_FIELDS ? sum : 0;
        }
    }

    /**
     * The layout of a sheet.
     *
     * @param top its first rows, up to {@link #LOOK_AT}
     * @return empty when no row looks like a roster's header
     */
    public static Optional<Layout> recognize(SheetHead head, List<Row> top) {
        Candidate best = null;
        for (int i = 0; i < top.size(); i++) {
            Candidate one = candidate(top, i, i);
            best = better(best, one);
            if (i + 1 < top.size() && top.get(i + 1).number() == top.get(i).number() + 1) {
                best = better(best, candidate(top, i, i + 1));
            }
        }
        if (best == null || best.score() == 0) {
            return Optional.empty();
        }
        return Optional.of(layout(head, top, best));
    }

    /** The higher score; of equal ones the single row, since a title above a header adds nothing to it. */
    private static Candidate better(@Nullable Candidate best, Candidate next) {
        if (best == null || next.score() > best.score()) {
            return next;
        }
        boolean simpler = best.top() < best.bottom() && next.top() == next.bottom();
        return simpler && next.score() == best.score() ? next : best;
    }

    private static Candidate candidate(List<Row> rows, int top, int bottom) {
        List<ColumnGuess> guesses = new ArrayList<>();
        int width =
                Math.max(rows.get(top).cells().size(), rows.get(bottom).cells().size());
        for (int column = 0; column < width; column++) {
            String group = top == bottom ? "" : rows.get(top).cell(column).text();
            String own = rows.get(bottom).cell(column).text();
            if (!group.isBlank() || !own.isBlank()) {
                guesses.add(guess(column, group, own));
            }
        }
        return new Candidate(top, bottom, guesses);
    }

    private static ColumnGuess guess(int column, String group, String own) {
        String heading = group.isBlank() || own.isBlank() || group.equals(own)
                ? (own.isBlank() ? group : own)
                : group + "|" + own;
        Optional<Meaning> meaning = Headings.meaning(group, own);
        return new ColumnGuess(
                column,
                heading.replaceAll("\\s+", ""),
                meaning.map(Meaning::field).orElse(RosterField.IGNORE),
                meaning.map(Meaning::confidence).orElse(ColumnGuess.UNKNOWN));
    }

    private static Layout layout(SheetHead head, List<Row> rows, Candidate best) {
        List<Row> people = rows.subList(best.bottom() + 1, rows.size());
        List<ColumnGuess> columns = oneOfEach(byValues(best.guesses(), people));
        List<String> titles = rows.subList(0, best.top()).stream()
                .flatMap(row -> row.cells().stream()
                        .map(Cell::text)
                        .filter(text -> !text.isBlank())
                        .limit(1))
                .toList();
        boolean branchColumn = columns.stream().anyMatch(each -> each.field() == RosterField.BRANCH);
        return new Layout(
                titles,
                rows.get(best.top()).number(),
                rows.get(best.bottom()).number(),
                columns,
                branchColumn ? Optional.empty() : BranchNames.ofSheet(head.name(), titles));
    }

    /** Columns without a known heading may speak by their values. */
    private static List<ColumnGuess> byValues(List<ColumnGuess> guesses, List<Row> people) {
        return guesses.stream()
                .map(each -> each.confidence() > 0
                        ? each
                        : new ColumnGuess(
                                each.column(),
                                each.heading(),
                                ColumnValues.field(each.column(), people),
                                ColumnValues.field(each.column(), people) == RosterField.IGNORE
                                        ? ColumnGuess.UNKNOWN
                                        : ColumnGuess.BY_VALUES))
                .toList();
    }

    /** Of two columns for one field the surer, then the first is taken; the other is left for a person to assign. */
    private static List<ColumnGuess> oneOfEach(List<ColumnGuess> guesses) {
        List<ColumnGuess> kept = new ArrayList<>();
        for (ColumnGuess each : guesses) {
            boolean second = guesses.stream().anyMatch(other -> other.field() == each.field() && beats(other, each));
            kept.add(
                    second && each.field() != RosterField.IGNORE
                            ? new ColumnGuess(each.column(), each.heading(), RosterField.IGNORE, ColumnGuess.UNKNOWN)
                            : each);
        }
        return kept;
    }

    private static boolean beats(ColumnGuess one, ColumnGuess other) {
        return one.confidence() > other.confidence()
                || (one.confidence() == other.confidence() && one.column() < other.column());
    }
}

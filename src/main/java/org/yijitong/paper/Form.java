package org.yijitong.paper;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Entry;

/**
 * A kind of paper: a year's records of some kinds, its matters, or who belongs to it today, as a table; or one matter, line
 * by line.
 *
 * @param of what its rows are
 * @param kinds which activities are in it; empty for all
 * @param columns of the table
 * @param lines of the paper about one matter
 * @param needs the field without which there is no such paper of a matter
 */
public record Form(
        String id,
        Rows of,
        Set<ActivityKind> kinds,
        With with,
        List<FormField> columns,
        List<FormLine> lines,
        @Nullable FormField needs) {
    public Form {
        kinds = Set.copyOf(kinds);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** What a row of it is. */
    public enum Rows {
        /** A record of the year. */
        RECORDS,
        /** Somebody who belongs to it today (党员名册). */
        MEMBERS,
        /** A matter that was open on some day of the year (销号汇总表). */
        MATTERS,
        /** None: it is about one matter (交办单、答复函、销号表). */
        MATTER
    }

    /** What a record must have to be in it. */
    public enum With {
        ANYTHING,
        /** Something was studied. */
        STUDY,
        /** What came first was studied (第一议题). */
        FIRST_STUDY
    }

    /** Whether a record is in it. */
    public boolean holds(Entry entry) {
        boolean wanted = kinds.isEmpty() || entry.line().kinds().stream().anyMatch(kinds::contains);
        var agenda = entry.draft().content().agenda();
        return wanted
                && switch (with) {
                    case ANYTHING -> true;
                    case STUDY -> agenda.stream().anyMatch(item -> item.study());
                    case FIRST_STUDY -> !agenda.isEmpty() && agenda.getFirst().study();
                };
    }

    /** Whether it is about a year; otherwise it is about today. */
    public boolean ofYear() {
        return of == Rows.RECORDS || of == Rows.MATTERS;
    }

    /** Whether it is a table of many things. */
    public boolean isLedger() {
        return of != Rows.MATTER;
    }

    /** The message of its name. */
    public String nameKey() {
        return "paper.form." + id;
    }
}

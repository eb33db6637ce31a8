package org.yijitong.paper;

import java.util.List;
import java.util.Set;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Entry;

/**
 * A kind of paper: a year's records of some kinds, or who belongs to it today, as a table.
 *
 * @param of what its rows are
 * @param kinds which activities are in it; empty for all
 */
public record Form(String id, Rows of, Set<ActivityKind> kinds, With with, List<FormField> columns) {
    /** What a row of it is. */
    public enum Rows {
        /** A record of the year. */
        RECORDS,
        /** Somebody who belongs to it today (党员名册). */
        MEMBERS
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
        return of == Rows.RECORDS;
    }

    /** The message of its name. */
    public String nameKey() {
        return "paper.form." + id;
    }
}

package org.yijitong.paper;

import java.util.List;
import java.util.Set;
import org.yijitong.activity.ActivityKind;
import org.yijitong.activity.Entry;

/**
 * A kind of paper: a year's records of some kinds, as a table.
 *
 * @param kinds which activities are in it; empty for all
 */
public record Form(String id, Set<ActivityKind> kinds, With with, List<FormField> columns) {
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

    /** The message of its name. */
    public String nameKey() {
        return "paper.form." + id;
    }
}

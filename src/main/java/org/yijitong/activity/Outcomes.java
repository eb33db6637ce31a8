package org.yijitong.activity;

import java.time.LocalDate;
import java.util.List;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/**
 * What came of a record: what was decided is followed to its end by a module that records must not know. That module
 * supplies this; the page of a record shows it.
 */
@FunctionalInterface
public interface Outcomes {
    /**
     * Something that came of a record.
     *
     * @param decision which of its decisions, from 1; 0 for the record as a whole, or what it shows was done
     * @param state where it is, in words
     * @param day when it is due, or was closed
     * @param late whether its day has passed
     */
    record Outcome(
            int decision, String title, String state, LocalDate day, boolean closed, boolean late, String href) {}

    /**
     * All that came of a record.
     *
     * @param outcomes as far as the scope reaches
     * @param beginnings where something is begun to follow it: the record as a whole first, then each decision
     */
    record Came(List<Outcome> outcomes, List<String> beginnings) {
        /** Nothing, and nothing can be begun. */
        public static final Came NOTHING = new Came(List.of(), List.of());

        /** What came of one decision, from 1; 0 for the record as a whole. */
        public List<Outcome> of(int decision) {
            return outcomes.stream().filter(each -> each.decision() == decision).toList();
        }

        /** Where one is followed; empty when it cannot be. */
        public String beginning(int decision) {
            return decision < beginnings.size() ? beginnings.get(decision) : "";
        }
    }

    /** What came of a record, as far as the scope reaches. */
    Came of(Scope scope, Entry entry, Words words);
}

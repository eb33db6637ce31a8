package org.yijitong.activity;

import java.time.LocalDate;
import java.util.List;
import org.yijitong.organization.OrganizationId;
import org.yijitong.shared.Scope;
import org.yijitong.shared.Words;

/**
 * What came of a record: what was decided is followed to its end by a module that records must not know. That module
 * supplies this; the page of a record shows it.
 */
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

    /** What came of a record, as far as the scope reaches. */
    List<Outcome> of(Scope scope, RecordId record, Words words);

    /**
     * Where something is begun to follow a decision.
     *
     * @param decision from 1; 0 for the record as a whole
     */
    String beginning(Scope scope, OrganizationId host, RecordId record, int decision);
}
